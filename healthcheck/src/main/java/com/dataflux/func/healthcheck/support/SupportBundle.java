package com.dataflux.func.healthcheck.support;

import com.dataflux.func.healthcheck.site.Installation.Connection;
import com.dataflux.func.healthcheck.site.MalformedYaml;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One archive with what a supporter needs, without any secret of the install: taken out on the way
/// in, and looked for once more in the finished archive.
public final class SupportBundle {
  private static final long MOST = 20_000_000;

  private final Site site;
  private final boolean anonymous;

  /// @param anonymous whether host names and addresses become tokens
  public SupportBundle(Site site, boolean anonymous) {
    this.site = site;
    this.anonymous = anonymous;
  }

  /// Writes the archive, readable for its owner only.
  ///
  /// @param reports by name, such as `report.txt`
  /// @throws com.dataflux.func.platform.ProblemException of kind `SECRET_LEFT` where a known secret
  ///   is still in it; nothing is written then
  public void write(Path archive, Map<String, String> reports) {
    Set<String> secrets = KnownSecrets.of(site);
    write(archive, reports, new Redactor(secrets), new SecretScan(secrets));
  }

  void write(Path archive, Map<String, String> reports, Redactor redactor, SecretScan scan) {
    Map<String, String> pieces = new LinkedHashMap<>(reports);
    pieces.putAll(new Pieces(site).gather());
    Anonymiser anonymiser = new Anonymiser(anonymous ? hostNames() : List.of());
    Map<String, String> clean = new LinkedHashMap<>();
    long size = 0;
    for (Map.Entry<String, String> piece : pieces.entrySet()) {
      String text = redactor.redact(piece.getValue());
      size += text.length();
      if (size <= MOST) {
        clean.put(redactor.redact(piece.getKey()), anonymous ? anonymiser.hide(text) : text);
      }
    }
    byte[] bytes = TarGz.of(clean);
    TarGz.read(bytes).forEach((name, text) -> refuseSecrets(scan, name, text));
    AtomicFile.write(archive, bytes, AtomicFile.PRIVATE);
  }

  private static void refuseSecrets(SecretScan scan, String name, String text) {
    scan.find(name + "\n" + text)
        .ifPresent(
            spelling -> {
              throw ProblemKind.SECRET_LEFT.exception(
                  "The support bundle was not written",
                  "%s still holds a secret of this install (%s)".formatted(name, spelling),
                  "Report this fault of the program; send single files after reading them"
                      + " instead.");
            });
  }

  private List<String> hostNames() {
    List<String> names =
        new ArrayList<>(
            List.of(
                site.files().line("/proc/sys/kernel/hostname"),
                site.files().line("/etc/hostname")));
    try {
      site.engine().nodes().forEach(node -> names.add(node.hostName()));
      site.installation().connections().given().stream()
          .map(Connection::host)
          .filter(host -> !site.installation().runs(host))
          .forEach(names::add);
    } catch (Unavailable | MalformedYaml e) {
      // The names that are known are hidden all the same.
    }
    return names;
  }
}
