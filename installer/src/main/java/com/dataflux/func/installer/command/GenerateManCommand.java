package com.dataflux.func.installer.command;

import com.dataflux.func.platform.files.AtomicFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes the manual pages of all commands.
@Command(
    name = "generate-man",
    description = "Writes a manual page for each command; an install puts them where man looks.")
final class GenerateManCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIRECTORY", description = "Such as /usr/local/share/man/man1.")
  private Path directory = Path.of("");

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    ManPages.of(root)
        .forEach(
            (name, page) -> AtomicFile.write(directory.resolve(name), page, AtomicFile.READABLE));
    return 0;
  }
}
