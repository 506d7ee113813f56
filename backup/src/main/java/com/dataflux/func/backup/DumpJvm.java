package com.dataflux.func.backup;

import java.util.ArrayList;
import java.util.List;

/// How a JVM is started that makes or loads dumps and does nothing else: with the memory that a
/// stream takes, whatever the size of the database.
public final class DumpJvm {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          // Only what reads the stream is worth compiling: half of the time to start was spent on
          // the rest.
          "-XX:CompileThresholdScaling=30",
          "-XX:-UsePerfData",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:StringTableSize=1024",
          // A heap that stays as small as what lives in it.
          "-Xms6m",
          "-Xmn2m",
          "-Xmx24m",
          "-XX:MinHeapFreeRatio=5",
          "-XX:MaxHeapFreeRatio=10",
          "-Xss512k",
          // The archive of the JDK's classes is worth its memory to services, not to one dump.
          "-Xshare:off");

  private DumpJvm() {}

  /// The beginning of a command line, to be followed by a class path and a class.
  ///
  /// @param java the program, as its host or container names it
  public static List<String> command(String java) {
    List<String> argv = new ArrayList<>(List.of("env", "MALLOC_ARENA_MAX=1", java));
    argv.addAll(OPTIONS);
    return argv;
  }
}
