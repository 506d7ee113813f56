package com.dataflux.func.platform;

/// Every way in which a command can fail, with its exit code: the one table that scripts rely on.
///
/// Codes are never reused. 0 is success; 1 to 9 are about the call, 10 to 19 about the host, 20 to
/// 29 about the bundle, 30 to 49 about carrying out, 50 to 69 about data, 70 to 79 about findings
/// of the doctor.
public enum ProblemKind {
  UNEXPECTED(1, "a fault of this program"),
  USAGE(2, "an unknown option or a bad value"),
  BAD_CONFIGURATION(3, "a configuration file that cannot be used"),
  NOT_INSTALLED(4, "there is no install on this host"),
  REFUSED_BY_OPERATOR(5, "the question was answered with no"),

  NOT_ROOT(10, "not run as root"),
  WRONG_ARCHITECTURE(11, "the processor is not the one the bundle was built for"),
  HOST_TOO_SMALL(12, "too little memory or too few CPUs"),
  DISK_TOO_SMALL(13, "too little disk space"),
  PORT_TAKEN(14, "a port that is needed is in use"),
  KERNEL_LACKS(15, "the kernel lacks what containers need"),
  OTHER_INSTALL(
      16, "the host already has an install, in another directory or one that is not mounted"),
  UNSUPPORTED_ENGINE(17, "a Docker engine that cannot be used: snap's, rootless or too old"),
  ADDRESS_UNCLEAR(18, "an --advertise-addr that the engine cannot make out"),
  CLOCK_WRONG(19, "the host's clock cannot be right"),

  BUNDLE_DAMAGED(20, "a file of the bundle is missing, cut short or altered"),
  BUNDLE_MALFORMED(
      21, "a bundle that was not written by this program, or names files outside itself"),
  BUILD_FAILED(22, "a bundle could not be built"),
  SOURCE_UNUSABLE(23, "an image or archive given to the build cannot be used"),
  DOWNGRADE(24, "the bundle is older than the install"),

  ENGINE_FAILED(30, "the Docker engine does not run or answers with an error"),
  ENGINE_INSTALL_FAILED(31, "the Docker engine could not be installed"),
  SWARM_FAILED(32, "Swarm could not be initialised or used"),
  IMPORT_FAILED(33, "an image could not be imported"),
  DEPLOY_FAILED(34, "the stack could not be deployed"),
  NOT_HEALTHY(35, "a service did not become healthy in time"),
  SETUP_FAILED(36, "the application could not be set up"),
  LOCKED(37, "another run holds the lock"),
  FILE_FAILED(38, "a file could not be read or written"),
  COMMAND_FAILED(39, "a program of the host failed"),
  WENT_BACK(40, "a change failed, and what ran before runs again"),

  DATABASE_FAILED(50, "a database cannot be reached or used"),
  BACKUP_FAILED(51, "a dump could not be made"),
  DUMP_DAMAGED(52, "a dump is not whole"),
  RESTORE_FAILED(53, "a dump could not be restored"),

  WARNINGS_FOUND(70, "checks found warnings"),
  FAULTS_FOUND(71, "checks found faults"),
  CHECKS_FAILED(72, "checks could not be carried out"),
  SECRET_LEFT(73, "a support bundle would have held a secret, and was not written"),

  INTERRUPTED(130, "stopped by Ctrl-C or SIGTERM");

  private final int exitCode;
  private final String meaning;

  ProblemKind(int exitCode, String meaning) {
    this.exitCode = exitCode;
    this.meaning = meaning;
  }

  public int exitCode() {
    return exitCode;
  }

  /// What the code says, as the manual's table prints it.
  public String meaning() {
    return meaning;
  }

  /// A problem of this kind.
  public Problem problem(String what, String why, String next) {
    return new Problem(this, what, why, next);
  }

  /// A problem of this kind, ready to throw.
  public ProblemException exception(String what, String why, String next) {
    return problem(what, why, next).asException();
  }
}
