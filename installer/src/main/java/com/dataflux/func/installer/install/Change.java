package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.Images;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a run means for the host.
enum Change {
  /// There is no install, or one that never became healthy.
  FRESH("install"),
  /// The install is this version with these options.
  NONE("deploy"),
  /// The same version, other options or other keys of the configuration.
  OPTIONS("options"),
  /// Another bundle.
  UPGRADE("upgrade");

  private final String word;

  Change(String word) {
    this.word = word;
  }

  /// What the history calls it.
  String word() {
    return word;
  }

  /// Whether something runs that the host can go back to.
  boolean canGoBack() {
    return this == OPTIONS || this == UPGRADE;
  }

  /// @param keys of the configuration that the command line sets
  /// @throws com.dataflux.func.platform.ProblemException of kind `DOWNGRADE`
  static Change of(Situation situation, Cargo cargo, Choices choices, Map<String, Object> keys) {
    Optional<InstalledVersion> installed = situation.version();
    if (!situation.installed() || installed.isEmpty()) {
      return FRESH;
    }
    requireNotOlder(cargo.version(), installed.get().version());
    boolean same =
        installed.get().version().equals(cargo.version())
            && installed.get().toolkit().equals(cargo.toolkitDigest())
            && installed.get().images().equals(images(situation, cargo));
    if (!same) {
      return UPGRADE;
    }
    boolean asRecorded =
        choices.equals(situation.recorded())
            && keys.entrySet().stream()
                .allMatch(
                    key ->
                        Objects.equals(
                            situation.configuration().get(key.getKey()), key.getValue()));
    return asRecorded && !situation.pending() ? NONE : OPTIONS;
  }

  /// The references that the stack shall name. An image that is the same under the name that a
  /// newer bundle gives it keeps its name, so that its container goes on.
  static Images images(Situation situation, Cargo cargo) {
    Images fresh = cargo.images();
    return situation
        .version()
        .map(InstalledVersion::images)
        .map(
            old ->
                new Images(
                    unlessNew(old.mysql(), fresh.mysql()),
                    unlessNew(old.redis(), fresh.redis()),
                    unlessNew(old.mosquitto(), fresh.mosquitto()),
                    unlessNew(old.application(), fresh.application())))
        .orElse(fresh);
  }

  private static String unlessNew(String old, String fresh) {
    return content(old).equals(content(fresh)) ? old : fresh;
  }

  /// The end of a reference such as `dataflux-func/mysql:1.0.0-48a227dc0e48`, which tells one image
  /// from another; the whole where it has no such end.
  private static String content(String reference) {
    return reference.matches("dataflux-func/.*-[0-9a-f]{12}")
        ? reference.substring(reference.length() - 12)
        : reference;
  }

  private static void requireNotOlder(String carried, String installed) {
    try {
      if (Version.parse(carried).compareTo(Version.parse(installed)) < 0) {
        throw ProblemKind.DOWNGRADE.exception(
            "The bundle is older than the install",
            "it brings %s, and %s is installed".formatted(carried, installed),
            "Use a newer bundle; `dataflux-func rollback` goes back to what ran before.");
      }
    } catch (IllegalArgumentException e) {
      // Versions that are no numbers have no order.
    }
  }
}
