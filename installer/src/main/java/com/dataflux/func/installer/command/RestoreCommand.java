package com.dataflux.func.installer.command;

import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.installer.full.FullArchive;
import com.dataflux.func.installer.full.HostRebuild;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Rebuilds a lost host on a fresh one.
@Command(
    name = "restore",
    description = {
      "Rebuilds a lost host on this fresh one, from a bundle and a full archive.",
      "Beside the bundle: /bin/bash run-portable.sh restore --full ARCHIVE"
    })
final class RestoreCommand implements Callable<Integer> {
  private final Display display;

  @Option(
      names = "--bundle",
      paramLabel = "DIR",
      required = true,
      description = "The bundle's directory; run-portable.sh gives its own.")
  private Path bundle = Path.of("");

  @Option(
      names = "--full",
      paramLabel = "ARCHIVE",
      required = true,
      description = "The archive, made with `dataflux-func backup now --full DIRECTORY`.")
  private Path archive = Path.of("");

  @Option(
      names = "--install-dir",
      paramLabel = "DIR",
      description = "Install there instead of /usr/local/dataflux-func.")
  private InstallDir dir = InstallDir.DEFAULT;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The password of an encrypted archive is its first line.")
  private Optional<Path> passwordFile = Optional.empty();

  RestoreCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Secret password = passwordFile.map(PasswordFile::read).orElse(Secret.of(""));
    Packing packing = Packing.of(Compression.ZSTD, password);
    new HostRebuild(display, new FullArchive(packing))
        .run(bundle.toAbsolutePath(), archive.toAbsolutePath(), dir);
    return 0;
  }
}
