package com.dataflux.func.testbed;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What an air-gapped host is like before it is switched on.
///
/// @param system what is installed on it
/// @param systemd whether systemd is process 1; a trivial init otherwise
/// @param media directories of the build machine seen read-only on the host, by the place where
/// @param dockerDisk size of the disk under /var/lib/docker; that of the build machine where empty
public record HostPlan(
    HostSystem system, boolean systemd, Map<String, Path> media, Optional<String> dockerDisk) {
  /// Where the bundle is plugged in.
  static final String BUNDLE = "/media/usb stick/dataflux-func-portable";

  public HostPlan {
    media = Map.copyOf(media);
  }

  /// A host as it comes: systemd, nothing plugged in.
  public static HostPlan of(HostSystem system) {
    return new HostPlan(system, true, Map.of(), Optional.empty());
  }

  public HostPlan withoutSystemd() {
    return new HostPlan(system, false, media, dockerDisk);
  }

  /// With a bundle on a read-only medium whose name has a space.
  public HostPlan carrying(Path bundle) {
    return withMedium(BUNDLE, bundle);
  }

  public HostPlan withMedium(String place, Path directory) {
    Map<String, Path> more = new LinkedHashMap<>(media);
    more.put(place, directory);
    return new HostPlan(system, systemd, more, dockerDisk);
  }

  /// With a small disk for images and containers.
  ///
  /// @param size as `truncate` takes it, such as `500M`
  public HostPlan withDockerDisk(String size) {
    return new HostPlan(system, systemd, media, Optional.of(size));
  }
}
