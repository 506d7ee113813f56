package com.dataflux.func.runtime.stack;

import com.dataflux.func.testbed.MySqlVersion;

class ServerOnMySql97IT extends ServerContract {
  ServerOnMySql97IT() {
    super(MySqlVersion.V9_7);
  }
}
