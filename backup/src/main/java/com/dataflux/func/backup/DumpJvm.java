package com.dataflux.func.backup;

import java.util.List;

/// How a JVM is started that makes or loads dumps and does nothing else: with the memory that a
/// stream takes, whatever the size of the database.
public final class DumpJvm {
  public static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:ReservedCodeCacheSize=16m",
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
}
