package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Check;
import java.util.List;

/// Every check of the host.
public final class HostChecks {
  private HostChecks() {}

  public static List<Check> all() {
    return List.of(
        new Architecture(),
        new OperatingSystem(),
        new Root(),
        new Processors(),
        new Memory(),
        new Swap(),
        new DiskSpace(),
        new Inodes(),
        new WritableDisk(),
        new DiskPressure(),
        new KernelVersion(),
        new KernelFeatures(),
        new VirtualServer(),
        new ControlGroups(),
        new IpForward(),
        new BridgeFilter(),
        new Iptables(),
        new PortRules(),
        new Firewalld(),
        new Ufw(),
        new SecurityLinux(),
        new ApplicationArmor(),
        new HostClock(),
        new LocalTime(),
        new HostName(),
        new SeveralCards(),
        new Cable(),
        new PacketSize(),
        new FileLimit(),
        new WebPort(),
        new InstallRecord(),
        new OtherInstall());
  }
}
