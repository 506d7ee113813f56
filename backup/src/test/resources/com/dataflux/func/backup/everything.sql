-- One of everything that a dump can lose. Read by a client whose character set is utf8mb4.
SET SESSION sql_mode = 'NO_ENGINE_SUBSTITUTION';

CREATE TABLE words (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  word VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci,
  body LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci,
  KEY by_word (word)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT 'it''s; (words) `quoted`';
INSERT INTO words (word, body) VALUES
  ('emoji 😀🚀👩‍👩‍👧', '数据库自动备份'),
  ('quote '' and " and ` and \\ end\\', 'line one\nline two\r\n-- not a comment\n-- Dump completed on nothing'),
  ('parens (),(1),(2); INSERT INTO `words` VALUES (9,9,9);', 'DELIMITER ;;\n'),
  ('control \0\Z\t\b', NULL),
  (NULL, ''),
  ('trailing backslash \\', '\\''),(');
INSERT INTO words (word, body) VALUES ('long', REPEAT('長い😀''"\\;', 120000));

CREATE TABLE bytes (
  id INT PRIMARY KEY,
  few VARBINARY(255),
  many LONGBLOB,
  flag BIT(12),
  fixed BINARY(4)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO bytes VALUES
  (1, 0x00, 0x00FF00FF, b'101010101010', 0x00),
  (2, 0xFF, REPEAT(0xFF, 70000), b'0', 0xFFFFFFFF),
  (3, '', '', NULL, ''),
  (4, NULL, NULL, b'1', 0x27),
  (5, 0x275C0A0D1A22, REPEAT(UNHEX('00275C0A0D1A22FF'), 200000), b'1', 0x5C27);

CREATE TABLE times (
  id INT PRIMARY KEY,
  d DATE, dt DATETIME(6), ts TIMESTAMP NULL, t TIME(3), y YEAR
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO times VALUES
  (1, '0000-00-00', '0000-00-00 00:00:00', '0000-00-00 00:00:00', '-838:59:59', 0000),
  (2, '2026-00-00', '9999-12-31 23:59:59.999999', '2038-01-19 03:14:07', '838:59:59', 2155),
  (3, '2024-02-29', '1000-01-01 00:00:00.000001', '1970-01-02 00:00:01', '00:00:00.001', 1901);

CREATE TABLE numbers (
  id INT PRIMARY KEY,
  price DECIMAL(12,2),
  amount INT UNSIGNED,
  total DECIMAL(24,2) GENERATED ALWAYS AS (price * amount) STORED,
  label VARCHAR(40) GENERATED ALWAYS AS (CONCAT('#', id)) VIRTUAL,
  exact DECIMAL(65,30), wide DOUBLE, big BIGINT UNSIGNED,
  document JSON,
  shape GEOMETRY,
  choice ENUM('甲','b','it''s'), marks SET('x','y','z'),
  KEY by_total (total)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO numbers (id, price, amount, exact, wide, big, document, shape, choice, marks) VALUES
  (1, 12.50, 3, 0.123456789012345678901234567890, 1.7976931348623157e308, 18446744073709551615,
   '{"emoji": "😀", "quote": "it''s \\"so\\"", "n": [1, 2.5, null]}', ST_GeomFromText('POINT(1 2)'), '甲', 'x,z'),
  (2, -0.01, 0, -99999999999999999999999999999999999.5, -5e-324, 0, NULL, NULL, 'it''s', ''),
  (3, NULL, NULL, NULL, 0.1, 9007199254740993, '[]', ST_GeomFromText('LINESTRING(0 0, 1 1)'), NULL, NULL);

CREATE TABLE parents (id INT PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE children (
  id INT PRIMARY KEY, parent INT,
  CONSTRAINT has_parent FOREIGN KEY (parent) REFERENCES parents (id) ON DELETE CASCADE
) ENGINE=InnoDB;
INSERT INTO parents VALUES (1), (2);
INSERT INTO children VALUES (10, 1), (11, 2), (12, NULL);

CREATE TABLE without_key (a INT, b VARCHAR(20)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO without_key VALUES (3, 'c'), (1, 'a'), (3, 'c'), (2, 'b');
CREATE TABLE empty_table (id INT PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE `odd ``name` (`odd ``column` INT PRIMARY KEY, `数据` VARCHAR(10)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO `odd ``name` VALUES (1, '表'), (2, 'x');

CREATE TABLE trail (id BIGINT AUTO_INCREMENT PRIMARY KEY, what VARCHAR(200)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE VIEW words_with_quotes AS SELECT id, word FROM words WHERE word LIKE '%''%';
CREATE VIEW view_of_view AS SELECT COUNT(*) AS n FROM words_with_quotes;

DELIMITER ;;
CREATE TRIGGER parents_trail AFTER INSERT ON parents FOR EACH ROW
BEGIN
  -- a body with a statement that looks like data
  INSERT INTO trail (what) VALUES (CONCAT('parent ; ', NEW.id));
INSERT INTO `trail` VALUES (NULL,'second');
END;;
CREATE FUNCTION doubled(x INT) RETURNS INT DETERMINISTIC
RETURN x * 2;;
CREATE PROCEDURE add_parent(IN n INT)
BEGIN
INSERT INTO `parents` VALUES (n);
SELECT '; DELIMITER';
END;;
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO
BEGIN
  DELETE FROM trail WHERE id < 0;
  DELETE FROM trail WHERE id < -1;
END;;
DELIMITER ;
