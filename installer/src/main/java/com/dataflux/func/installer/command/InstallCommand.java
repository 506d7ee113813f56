package com.dataflux.func.installer.command;

import com.dataflux.func.installer.install.ExtraConfig;
import com.dataflux.func.installer.install.InstallRequest;
import com.dataflux.func.installer.install.Installation;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Installs a bundle on this host, or brings an install to what the bundle and the options say.
@Command(
    name = "install",
    description = {
      "Installs a bundle on this host, or brings the install to what the bundle and options say.",
      "Options are recorded and hold for later runs; --mini=false and the like take them back."
    })
class InstallCommand implements Callable<Integer> {
  private final Display display;

  @Option(
      names = "--bundle",
      paramLabel = "DIR",
      required = true,
      description = "The bundle's directory; run-portable.sh gives its own.")
  private Path bundle = Path.of("");

  @Mixin private StackArguments stack = new StackArguments();
  @Mixin private DatabaseArguments databases = new DatabaseArguments();
  @Mixin private SetupArguments setup = new SetupArguments();

  @Option(
      names = "--extra-config",
      paramLabel = "'KEY: value'",
      description = "Added to user-config.yaml; may be given several times.")
  private List<ExtraConfig> extraConfig = List.of();

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long services may take to become healthy; ${DEFAULT-VALUE}.")
  private int patience;

  @Option(names = "--dry-run", description = "Print the plan only.")
  private boolean dryRun;

  InstallCommand(Display display) {
    this.display = display;
  }

  /// An install asks nothing; scripts say so to every command.
  @Option(names = "--yes", description = "Ask nothing.")
  void yes(boolean ignored) {}

  @Override
  public Integer call() {
    if (patience < 1) {
      throw ProblemKind.USAGE.exception(
          "--patience: %d seconds are no time to wait".formatted(patience),
          "",
          "Give 1 or more; nothing was changed.");
    }
    InstallRequest request =
        new InstallRequest(
            bundle.toAbsolutePath(),
            stack.installDir(),
            stack.choices(),
            databases.mysql(),
            databases.redis(),
            setup.autoSetup(),
            extraConfig,
            dryRun,
            Duration.ofSeconds(patience));
    Installation.onThisHost(display).run(request);
    return 0;
  }
}
