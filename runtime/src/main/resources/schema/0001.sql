CREATE TABLE IF NOT EXISTS users (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  username VARCHAR(64) NOT NULL,
  name VARCHAR(128) NOT NULL DEFAULT '',
  password_hash VARCHAR(255) NOT NULL,
  password_version INT NOT NULL DEFAULT 1,
  roles VARCHAR(64) NOT NULL DEFAULT 'user',
  is_disabled TINYINT(1) NOT NULL DEFAULT 0,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL,
  UNIQUE KEY users_username (username)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS access_keys (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  title VARCHAR(255) NOT NULL DEFAULT '',
  secret_hash VARCHAR(255) NOT NULL,
  user_id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  last_used_time DATETIME(3) NULL,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS script_sets (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  title VARCHAR(255) NOT NULL DEFAULT '',
  description TEXT NULL,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS scripts (
  id VARCHAR(130) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  script_set_id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  title VARCHAR(255) NOT NULL DEFAULT '',
  description TEXT NULL,
  code MEDIUMTEXT NULL,
  code_md5 CHAR(32) NULL,
  code_draft MEDIUMTEXT NOT NULL,
  code_draft_md5 CHAR(32) NOT NULL,
  draft_user VARCHAR(64) NOT NULL DEFAULT '',
  publish_version INT NOT NULL DEFAULT 0,
  publish_time DATETIME(3) NULL,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL,
  KEY scripts_script_set (script_set_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS script_versions (
  script_id VARCHAR(130) COLLATE utf8mb4_bin NOT NULL,
  version INT NOT NULL,
  code MEDIUMTEXT NOT NULL,
  note TEXT NULL,
  username VARCHAR(64) NOT NULL DEFAULT '',
  create_time DATETIME(3) NOT NULL,
  PRIMARY KEY (script_id, version)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS funcs (
  id VARCHAR(190) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  script_id VARCHAR(130) COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  title VARCHAR(255) NOT NULL DEFAULT '',
  description TEXT NULL,
  definition TEXT NOT NULL,
  kwargs MEDIUMTEXT NOT NULL,
  category VARCHAR(64) NOT NULL DEFAULT 'general',
  tags TEXT NOT NULL,
  options MEDIUMTEXT NOT NULL,
  is_hidden TINYINT(1) NOT NULL DEFAULT 0,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL,
  KEY funcs_script (script_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS api_auths (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  title VARCHAR(255) NOT NULL DEFAULT '',
  type VARCHAR(32) NOT NULL,
  config MEDIUMTEXT NOT NULL,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS auth_links (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  func_id VARCHAR(190) COLLATE utf8mb4_bin NOT NULL,
  func_call_kwargs MEDIUMTEXT NOT NULL,
  is_disabled TINYINT(1) NOT NULL DEFAULT 0,
  expire_time DATETIME(3) NULL,
  throttling TEXT NULL,
  api_auth_id VARCHAR(64) COLLATE utf8mb4_bin NULL,
  note TEXT NULL,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL,
  KEY auth_links_func (func_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS batches (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  func_id VARCHAR(190) COLLATE utf8mb4_bin NOT NULL,
  func_call_kwargs MEDIUMTEXT NOT NULL,
  is_disabled TINYINT(1) NOT NULL DEFAULT 0,
  expire_time DATETIME(3) NULL,
  throttling TEXT NULL,
  api_auth_id VARCHAR(64) COLLATE utf8mb4_bin NULL,
  note TEXT NULL,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL,
  KEY batches_func (func_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS crontab_configs (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  func_id VARCHAR(190) COLLATE utf8mb4_bin NOT NULL,
  func_call_kwargs MEDIUMTEXT NOT NULL,
  crontab VARCHAR(255) NULL,
  timezone VARCHAR(64) NULL,
  is_disabled TINYINT(1) NOT NULL DEFAULT 0,
  expire_time DATETIME(3) NULL,
  note TEXT NULL,
  last_run_time DATETIME(3) NULL,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL,
  KEY crontab_configs_func (func_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS data_sources (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  type VARCHAR(32) NOT NULL,
  title VARCHAR(255) NOT NULL DEFAULT '',
  description TEXT NULL,
  config MEDIUMTEXT NOT NULL,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS env_variables (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  title VARCHAR(255) NOT NULL DEFAULT '',
  description TEXT NULL,
  type VARCHAR(16) NOT NULL DEFAULT 'string',
  is_secret TINYINT(1) NOT NULL DEFAULT 0,
  value MEDIUMTEXT NOT NULL,
  create_time DATETIME(3) NOT NULL,
  update_time DATETIME(3) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS task_records (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  root_task_id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  func_id VARCHAR(190) COLLATE utf8mb4_bin NOT NULL,
  origin VARCHAR(32) NOT NULL DEFAULT '',
  origin_id VARCHAR(190) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  queue INT NOT NULL DEFAULT 0,
  status VARCHAR(32) NOT NULL,
  kwargs MEDIUMTEXT NULL,
  result MEDIUMTEXT NULL,
  log MEDIUMTEXT NULL,
  einfo_text MEDIUMTEXT NULL,
  trigger_time DATETIME(3) NULL,
  start_time DATETIME(3) NULL,
  duration INT NULL,
  peak_memory BIGINT NULL,
  attempt INT NOT NULL DEFAULT 1,
  create_time DATETIME(3) NOT NULL,
  KEY task_records_time (create_time),
  KEY task_records_func (func_id, create_time),
  KEY task_records_origin (origin_id, create_time)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS operation_records (
  id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  username VARCHAR(64) NOT NULL DEFAULT '',
  client_address VARCHAR(64) NOT NULL DEFAULT '',
  action VARCHAR(128) NOT NULL,
  target VARCHAR(190) NOT NULL DEFAULT '',
  is_ok TINYINT(1) NOT NULL DEFAULT 1,
  trace_id VARCHAR(64) NOT NULL DEFAULT '',
  body MEDIUMTEXT NULL,
  create_time DATETIME(3) NOT NULL,
  KEY operation_records_time (create_time)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS stored_values (
  scope VARCHAR(130) COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  value MEDIUMTEXT NOT NULL,
  expire_time DATETIME(3) NULL,
  update_time DATETIME(3) NOT NULL,
  PRIMARY KEY (scope, name),
  KEY stored_values_expire (expire_time)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC;
