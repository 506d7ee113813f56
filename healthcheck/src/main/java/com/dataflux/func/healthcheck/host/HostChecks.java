package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Check;
import java.util.List;

/// Every check of the host.
public final class HostChecks {
  private HostChecks() {}

  /// What an installer asks of a host before it changes anything.
  public static List<Check> beforeInstalling() {
    return List.of(
        new Architecture(),
        new OperatingSystem(),
        new Root(),
        new Processors(),
        new Memory(),
        new DiskSpace(),
        new Inodes(),
        new WritableDisk(),
        new KernelVersion(),
        new KernelFeatures(),
        new ControlGroups(),
        new IpForward(),
        new Iptables(),
        new WebPort(),
        new HostClock(),
        new SeveralCards(),
        new OtherInstall());
  }

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
