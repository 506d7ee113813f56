package com.dataflux.func.installer.acceptance;

import com.dataflux.func.testbed.AirGappedHost;

/// What can happen to a host while an install of it stands at a boundary of its journal.
enum Blow {
  INSTALLER_KILLED {
    @Override
    void strike(AirGappedHost host, PausedInstall install) {
      install.kill();
    }
  },
  ENGINE_KILLED {
    @Override
    void strike(AirGappedHost host, PausedInstall install) {
      host.outcome("kill -9 $(pidof dockerd)");
      install.goOn();
    }
  },
  POWER_CUT {
    @Override
    void strike(AirGappedHost host, PausedInstall install) {
      host.cutPower();
      host.powerOn();
    }
  },
  DISK_FULL {
    @Override
    void strike(AirGappedHost host, PausedInstall install) {
      // To the last byte: the free blocks at one stroke, then what that has left.
      host.outcome(
          "fallocate -l $(($(stat -f -c '%a*%S' /usr/local))) /usr/local/filler; for piece in 4k"
              + " 1; do dd if=/dev/zero bs=$piece of=/usr/local/filler.$piece; done");
      install.goOn();
      host.run("rm /usr/local/filler*");
    }
  };

  /// Does it, and puts right what an operator would put right.
  abstract void strike(AirGappedHost host, PausedInstall install);
}
