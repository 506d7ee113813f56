package com.dataflux.func.runtime.stack;

import com.dataflux.func.testbed.MySqlVersion;

class ServerOnMySql57IT extends ServerContract {
  ServerOnMySql57IT() {
    super(MySqlVersion.V5_7);
  }
}
