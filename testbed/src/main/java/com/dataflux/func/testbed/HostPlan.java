package com.dataflux.func.testbed;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an air-gapped host is like before it is switched on.
///
/// @param system what is installed on it
/// @param systemd whether systemd is process 1; a trivial init otherwise
/// @param media directories of the build machine seen read-only on the host, by the place where
/// @param disks sizes of small disks of its own, by the place where; elsewhere it has the room of
///   the build machine
public record HostPlan(
    HostSystem system, boolean systemd, Map<String, Path> media, Map<String, String> disks) {
  static final String DOCKER = "/var/lib/docker";

  /// Where the bundle is plugged in.
  static final String BUNDLE = "/media/usb stick/dataflux-func-portable";

  public HostPlan {
    media = Map.copyOf(media);
    disks = Map.copyOf(disks);
  }

  /// A host as it comes: systemd, nothing plugged in.
  public static HostPlan of(HostSystem system) {
    return new HostPlan(system, true, Map.of(), Map.of());
  }

  public HostPlan withoutSystemd() {
    return new HostPlan(system, false, media, disks);
  }

  /// With a bundle on a read-only medium whose name has a space.
  public HostPlan carrying(Path bundle) {
    return withMedium(BUNDLE, bundle);
  }

  public HostPlan withMedium(String place, Path directory) {
    Map<String, Path> more = new LinkedHashMap<>(media);
    more.put(place, directory);
    return new HostPlan(system, systemd, more, disks);
  }

  /// With a small disk for images and containers.
  ///
  /// @param size as `truncate` takes it, such as `500M`
  public HostPlan withDockerDisk(String size) {
    return withDisk(DOCKER, size);
  }

  /// With a small disk at a place that the base has nothing in but directories.
  public HostPlan withDisk(String place, String size) {
    Map<String, String> more = new LinkedHashMap<>(disks);
    more.put(place, size);
    return new HostPlan(system, systemd, media, more);
  }
}
