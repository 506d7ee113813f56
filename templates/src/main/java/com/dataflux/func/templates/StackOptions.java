package com.dataflux.func.templates;

import java.util.Optional;

/// Everything that shapes the stack file, apart from images and secrets.
///
/// @param mini one worker for all queues, and memory limits for a host of 2 GB
/// @param mysql whether the built-in MySQL runs
/// @param redis whether the built-in Redis runs
/// @param mqtt whether the Mosquitto broker runs
/// @param port where the web pages are published
/// @param node the id of the Swarm node that holds the data; empty where the Swarm has one node
public record StackOptions(
    InstallDir installDir,
    boolean mini,
    boolean mysql,
    boolean redis,
    boolean mqtt,
    Port port,
    PublishMode publishMode,
    Optional<String> node) {

  /// An install as it is when no option is given.
  public static final StackOptions DEFAULT =
      new StackOptions(
          InstallDir.DEFAULT,
          false,
          true,
          true,
          false,
          Port.WEB,
          PublishMode.HOST,
          Optional.empty());
}
