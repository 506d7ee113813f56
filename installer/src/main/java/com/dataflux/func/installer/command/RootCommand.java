package com.dataflux.func.installer.command;

import com.dataflux.func.installer.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `dataflux-func` itself: it only knows its sub-commands.
@Command(
    name = "dataflux-func",
    description = "Installs, upgrades and looks after DataFlux Func on this host.",
    versionProvider = RootCommand.Version.class,
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true)
final class RootCommand {
  // Read by Main before the command line is parsed, so that misuse too is told in JSON.
  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object a line instead of text.")
  @SuppressWarnings("UnusedVariable")
  private boolean json;

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"dataflux-func " + Release.version()};
    }
  }
}
