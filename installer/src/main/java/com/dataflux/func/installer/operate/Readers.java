package com.dataflux.func.installer.operate;

import com.dataflux.func.platform.settings.Reader;
import com.dataflux.func.platform.settings.Setting;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which services of a stack read which keys of the configuration.
final class Readers {
  private Readers() {}

  static boolean isOne(String service) {
    return Arrays.stream(Reader.values()).anyMatch(reader -> reader.is(service));
  }

  /// The services that know of a change of these keys only when they start anew. Scripts read keys
  /// of their own in workers.
  static Set<String> of(Collection<String> keys, Collection<String> services) {
    Set<Reader> readers =
        keys.stream()
            .flatMap(
                key ->
                    Setting.named(key)
                        .map(Setting::readers)
                        .orElse(Set.of(Reader.SERVER, Reader.WORKER))
                        .stream())
            .collect(Collectors.toSet());
    return services.stream()
        .filter(service -> readers.stream().anyMatch(reader -> reader.is(service)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
