package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.ConfigChange;
import com.dataflux.func.installer.operate.Configuration;
import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.files.HeldLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Opens a copy of the configuration in the operator's editor, and puts it in place once it is
/// valid.
@Command(
    name = "edit",
    description =
        "Opens user-config.yaml in $VISUAL, $EDITOR or vi; it takes its place once valid.")
final class ConfigEditCommand implements Callable<Integer> {
  private final Display display;

  @Mixin private ConfigApplying applying = new ConfigApplying();

  ConfigEditCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Installed installed = Installed.onThisHost();
    Configuration configuration = new Configuration(installed);
    try (HeldLock _ = HostLock.take("config edit")) {
      Path copy = installed.dir().toolkit().resolve("user-config.edit.yaml");
      AtomicFile.write(copy, configuration.text(), AtomicFile.PRIVATE);
      ConfigChange change = edited(configuration, copy);
      applying.apply(display, installed, configuration, change);
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw failure(e);
    }
    return 0;
  }

  /// Lets the operator edit until the text is valid, or until that is given up.
  private ConfigChange edited(Configuration configuration, Path copy) throws IOException {
    while (true) {
      open(copy);
      try {
        return configuration.replacing(Files.readString(copy));
      } catch (ProblemException e) {
        display.warn(e.problem());
        if (!Question.yes(display, "Edit again?")) {
          Files.deleteIfExists(copy);
          throw e;
        }
      }
    }
  }

  /// The editor has the terminal to itself.
  private static void open(Path file) throws IOException {
    String editor =
        Stream.of("VISUAL", "EDITOR")
            .map(name -> System.getenv().getOrDefault(name, ""))
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("vi");
    Process process =
        new ProcessBuilder("sh", "-c", editor + " \"$1\"", "sh", file.toString())
            .inheritIO()
            .start();
    try {
      if (process.waitFor() != 0) {
        throw ProblemKind.COMMAND_FAILED.exception(
            "The editor %s failed".formatted(editor), "", "Set EDITOR; nothing was changed.");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw ProblemKind.INTERRUPTED
          .problem("Stopped while the editor was open", "", "Nothing was changed.")
          .asException(e);
    }
  }

  private static ProblemException failure(IOException e) {
    return ProblemKind.FILE_FAILED
        .problem("The copy could not be edited", e.toString(), "Look at the disk.")
        .asException(e);
  }
}
