package com.dataflux.func.installer.command;

import com.dataflux.func.installer.install.ExtraConfig;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Every sub-command, in the order of the help page, and the types of their arguments.
final class Commands {
  private Commands() {}

  static CommandLine all(Display display) {
    return new CommandLine(new RootCommand())
        .addSubcommand(new InstallCommand(display))
        .addSubcommand(new UpgradeCommand(display))
        .addSubcommand(new RollbackCommand(display))
        .addSubcommand(new HistoryCommand(display))
        .addSubcommand(new StatusCommand(display))
        .addSubcommand(new StartCommand(display))
        .addSubcommand(new StopCommand(display))
        .addSubcommand(new RestartCommand(display))
        .addSubcommand(new LogsCommand(display))
        .addSubcommand(ConfigCommand.tree(display))
        .addSubcommand(new RenderCommand(display))
        .addSubcommand(new DoctorCommand(display))
        .addSubcommand(new SupportBundleCommand(display))
        .addSubcommand(BackupCommand.tree(display))
        .addSubcommand(DatabaseCommand.tree(display))
        .addSubcommand(new RestoreCommand(display))
        .addSubcommand(new UninstallCommand(display))
        .addSubcommand(new GenerateCompletion())
        .addSubcommand(new GenerateManCommand())
        .addSubcommand(
            new CommandLine(new BundleCommand())
                .addSubcommand(new BundleBuildCommand(display))
                .addSubcommand(new BundleInspectCommand(display))
                .addSubcommand(new BundleVerifyCommand(display)))
        .registerConverter(Port.class, valid(text -> new Port(number(text))))
        .registerConverter(InstallDir.class, valid(text -> new InstallDir(Path.of(text))))
        .registerConverter(ExtraConfig.class, valid(ExtraConfig::parse))
        .registerConverter(Secret.class, Secret::of)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'%s' is not a number".formatted(text));
    }
  }

  /// Lets picocli put the option's name before what is wrong with its value.
  private static <T> ITypeConverter<T> valid(Function<String, T> constructor) {
    return text -> {
      try {
        return constructor.apply(text);
      } catch (ProblemException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }
}
