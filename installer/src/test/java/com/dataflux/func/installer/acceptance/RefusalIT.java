package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.bundles.FileEntry;
import com.dataflux.func.bundles.Manifest;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What cannot be installed is refused before the host is touched, by name, each reason with an
/// exit code of its own.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RefusalIT {
  private static final String SCRIPT = "run-portable.sh";
  private static final String BLOBS = "images/blobs/sha256/";
  private static final String AS_IT_IS = "/media/usb stick/dataflux-func-portable";

  /// Every file, without the times of directories, and what an engine would leave elsewhere.
  private static final String STATE =
      """
      find / /tmp /var/lib/docker -xdev \\( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /media \\
        -o -path /var/log/journal \\) -prune -o -type d -printf '%p %m\\n' -o -printf '%p %m %s %T@ %l\\n' | sort -u
      ls -d /run/docker* 2>/dev/null; ip -o link | cut -d: -f2; ss -Hlnut; iptables -S
      """;

  private static final HostileMedium MEDIUM = new HostileMedium();
  private static Cable cable;
  private static AirGappedHost host;

  @BeforeAll
  static void boot() {
    cable = Cable.lay();
    HostPlan plan = HostPlan.of(HostSystem.DEBIAN_12).carrying(BuiltBundle.directory());
    host = AirGappedHost.boot(MEDIUM.pluggedInto(plan), cable);
  }

  @AfterAll
  static void switchOff() {
    host.close();
    cable.close();
    MEDIUM.remove();
  }

  @ParameterizedTest
  @MethodSource("kindsOfFiles")
  void aChangedByte(String file) {
    refuses(
        ProblemKind.BUNDLE_DAMAGED,
        file,
        bundle -> {
          byte[] content = bundle.read(file);
          // Nobody can say what a script does whose commands are damaged: in it, a comment is.
          content[file.equals(SCRIPT) ? "#!/bin/sh\n# ".length() : content.length / 2] ^= 1;
          bundle.put(file, content);
        });
  }

  @ParameterizedTest
  @MethodSource("kindsBesideTheScript")
  void aMissingFile(String file) {
    refuses(ProblemKind.BUNDLE_DAMAGED, file, bundle -> bundle.remove(file));
  }

  @Test
  void aBlobCutShort() {
    String layer = kindsOfFiles().getLast();
    refuses(
        ProblemKind.BUNDLE_DAMAGED,
        layer,
        bundle -> bundle.put(layer, Arrays.copyOf(bundle.read(layer), 5000)));
  }

  @Test
  void aManifestThatNamesAFileOutsideTheBundle() {
    String outside = "../../etc/passwd";
    refuses(
        ProblemKind.BUNDLE_MALFORMED,
        outside,
        bundle -> {
          List<FileEntry> files = new ArrayList<>(bundle.manifest().files());
          files.add(new FileEntry(outside, 1, Digest.of(new byte[1])));
          describe(bundle, bundle.manifest().architecture(), files);
        });
  }

  /// The manifest agrees with the file: it is the image's own digest that does not.
  @Test
  void anImageWhoseConfigurationDoesNotMatchItsDigest() {
    List<String> kinds = kindsOfFiles();
    String config = kinds.get(kinds.size() - 2);
    refuses(
        ProblemKind.BUNDLE_DAMAGED,
        config,
        bundle -> {
          String json = new String(bundle.read(config), StandardCharsets.UTF_8);
          bundle.put(config, json.replace("linux", "minux").getBytes(StandardCharsets.UTF_8));
          describe(bundle, bundle.manifest().architecture(), bundle.files());
        });
  }

  @Test
  void aBundleForAnotherArchitecture() {
    refuses(
        ProblemKind.WRONG_ARCHITECTURE,
        "arm64",
        bundle -> describe(bundle, "arm64", bundle.manifest().files()));
  }

  private static void describe(LinkedBundle bundle, String architecture, List<FileEntry> files) {
    bundle.put(new Manifest(bundle.manifest().version(), architecture, files));
  }

  @ParameterizedTest
  @CsvSource({"/var/lib/docker, ''", "/mnt, --install-dir /mnt/func"})
  void aDiskTooSmall(String disk, String options) {
    host.run("mount -t tmpfs -o size=50M small " + disk);
    refuses(ProblemKind.DISK_TOO_SMALL, disk, AS_IT_IS, options);
    host.run("umount " + disk);
  }

  @ParameterizedTest
  @CsvSource({"8088, ''", "18088, --port 18088", "1883, --mqtt", "2377, ''"})
  void aPortThatIsTaken(int port, String options) {
    host.run("systemd-run -q --unit=taken --socket-property=ListenStream=%d true".formatted(port));
    refuses(ProblemKind.PORT_TAKEN, "Port %d".formatted(port), AS_IT_IS, options);
    host.run("systemctl stop taken.socket");
  }

  @Test
  void anotherInstallDirectory() {
    host.run("mkdir /opt/first; echo INSTALLED_DIR=/opt/first > /etc/dataflux-func");
    refuses(ProblemKind.OTHER_INSTALL, "/opt/first", AS_IT_IS, "--install-dir /opt/second");
    host.run("rm -r /opt/first /etc/dataflux-func");
  }

  @ParameterizedTest
  @CsvSource({
    "--no-such-option, --no-such-option",
    "--prot, --prot 80",
    "--port, --port 70000",
    "--port, --port",
    "--install-dir, --install-dir relative",
    "--publish-mode, --publish-mode=mesh",
    "--mysql-, --mysql-host 192.168.77.9"
  })
  void anOptionThatCannotBe(String named, String options) {
    refuses(ProblemKind.USAGE, named, AS_IT_IS, options);
  }

  private static void refuses(ProblemKind kind, String named, Consumer<LinkedBundle> damage) {
    refuses(kind, named.substring(named.lastIndexOf('/') + 1), MEDIUM.put(damage), "");
  }

  private static void refuses(ProblemKind kind, String named, String bundle, String options) {
    String before = host.run(STATE);
    Outcome outcome =
        host.outcome("cd '%s' && /bin/bash run-portable.sh --yes %s".formatted(bundle, options));
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(kind.exitCode());
    assertThat(outcome.err()).contains(named);
    assertThat(host.run(STATE)).isEqualTo(before);
  }

  static List<String> kindsBesideTheScript() {
    return kindsOfFiles().stream().filter(file -> !file.equals(SCRIPT)).toList();
  }

  /// Every file beside the blobs, and one blob of each kind, a layer last.
  static List<String> kindsOfFiles() {
    List<String> all =
        new LinkedBundle(BuiltBundle.directory())
            .manifest().files().stream().map(FileEntry::name).toList();
    List<String> blobs = new ArrayList<>(all.stream().filter(n -> n.startsWith(BLOBS)).toList());
    List<String> kinds = new ArrayList<>(all);
    kinds.removeAll(blobs);
    kinds.add(Manifest.NAME);
    try (Bundle bundle = Bundle.open(BuiltBundle.directory())) {
      for (Image image : bundle.images()) {
        blobs.remove(BLOBS + image.config().digest().hex());
        image.layers().forEach(layer -> blobs.remove(BLOBS + layer.blob().digest().hex()));
      }
      Image redis = bundle.image("redis");
      kinds.add(blobs.getFirst());
      kinds.add(BLOBS + redis.config().digest().hex());
      kinds.add(BLOBS + redis.layers().getFirst().blob().digest().hex());
    }
    return kinds;
  }
}
