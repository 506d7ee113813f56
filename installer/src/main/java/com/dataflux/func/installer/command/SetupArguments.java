package com.dataflux.func.installer.command;

import com.dataflux.func.installer.install.AutoSetup;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The administrator to create without the page.
final class SetupArguments {
  @Option(names = "--auto-setup", description = "Finish the setup without the page.")
  private boolean autoSetup;

  @Option(
      names = "--auto-setup-admin-username",
      paramLabel = "U",
      description = "The administrator's name; admin if not given.")
  private @Nullable String username;

  @Option(
      names = "--auto-setup-admin-password",
      paramLabel = "P",
      description = "The administrator's password.")
  private @Nullable Secret password;

  @Option(
      names = "--auto-setup-admin-password-file",
      paramLabel = "FILE",
      description = "Read the password from the first line of a file; - is standard input.")
  private @Nullable Path passwordFile;

  /// @throws ProblemException of kind `USAGE` where the options do not go together
  Optional<AutoSetup> autoSetup() {
    if (!autoSetup) {
      if (Stream.of(username, password, passwordFile).anyMatch(given -> given != null)) {
        throw misuse("--auto-setup-admin-… was given without --auto-setup");
      }
      return Optional.empty();
    }
    if (password != null && passwordFile != null) {
      throw misuse("--auto-setup-admin-password and --auto-setup-admin-password-file were given");
    }
    Secret chosen = password != null ? password : fromFile();
    if (chosen.isEmpty()) {
      throw misuse("The administrator's password is empty");
    }
    return Optional.of(new AutoSetup(username == null ? "admin" : username, chosen));
  }

  private Secret fromFile() {
    if (passwordFile == null) {
      throw misuse("--auto-setup needs --auto-setup-admin-password or …-password-file");
    }
    return PasswordFile.read(passwordFile);
  }

  private static ProblemException misuse(String what) {
    return ProblemKind.USAGE.exception(
        what, "", "See `dataflux-func install --help`; nothing was changed.");
  }
}
