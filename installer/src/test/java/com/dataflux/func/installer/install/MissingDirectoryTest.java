package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingDirectoryTest {
  private static final InstallDir DIR = new InstallDir(Path.of("/mnt/data disk/func"));

  @TempDir Path host;

  @Test
  void refusesWhereItsDiskIsNotMounted() throws IOException {
    mounts("/dev/sda1 / ext4 rw 0 0");

    Problem problem = refusal(false);

    assertThat(problem.kind()).isEqualTo(ProblemKind.OTHER_INSTALL);
    assertThat(problem.next()).contains("mount /mnt/data disk");
  }

  @Test
  void refusesWhereItsServicesAreStillDeployed() throws IOException {
    mounts("/dev/sda1 / ext4 rw 0 0", "/dev/sdb1 /mnt/data\\040disk xfs rw 0 0");

    Problem problem = refusal(true);

    assertThat(problem.kind()).isEqualTo(ProblemKind.OTHER_INSTALL);
    assertThat(problem.next()).contains("docker stack rm dataflux-func");
  }

  @Test
  void allowsAnInstallWhereItWasRemoved() throws IOException {
    mounts("/dev/sda1 / ext4 rw 0 0", "/dev/sdb1 /mnt/data\\040disk xfs rw 0 0");

    assertThatCode(() -> new MissingDirectory(host).requireRemoved(DIR, false))
        .doesNotThrowAnyException();
  }

  @Test
  void isToldByTheRecord() throws IOException {
    InstallDir dir = new InstallDir(host.resolve("func"));
    InstallRecord record = new InstallRecord(host.resolve("record"));
    assertThat(record.missingDir()).isEmpty();

    record.write(dir);
    assertThat(record.missingDir()).contains(dir);
    assertThat(record.installDir()).isEmpty();

    Files.createDirectory(dir.root());
    assertThat(record.missingDir()).isEmpty();
    assertThat(record.installDir()).contains(dir);
  }

  private Problem refusal(boolean services) {
    return catchThrowableOfType(
            ProblemException.class, () -> new MissingDirectory(host).requireRemoved(DIR, services))
        .problem();
  }

  private void mounts(String... mounted) throws IOException {
    Files.createDirectories(host.resolve("etc"));
    Files.createDirectories(host.resolve("proc/self"));
    Files.writeString(
        host.resolve("etc/fstab"),
        """
        # <file system> <mount point> <type>
        UUID=1 / ext4 defaults 0 1
        UUID=2 /mnt/data\\040disk xfs defaults 0 2
        UUID=3 none swap sw 0 0
        """);
    Files.writeString(host.resolve("proc/self/mounts"), String.join("\n", mounted) + "\n");
  }
}
