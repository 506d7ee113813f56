package com.dataflux.func.installer.acceptance;

import java.util.List;
import java.util.stream.Stream;

/// Every fault that is really made, in the order in which an installed host suffers them: what
/// leaves the stack running comes first.
final class RealFaults {
  /// Made by hand on the testbed's cable.
  static final String CUT_CABLE = "host.cable.cut";

  static final List<RealFault> ON_A_RUNNING_STACK =
      Stream.of(
              HostFaults.all(),
              EngineFaults.ofSettings(),
              StackFaults.ofFiles(),
              NetworkFaults.ofTheWay(),
              NetworkFaults.ofMysql(),
              NetworkFaults.ofRedis(),
              ApplicationFaults.ofAnswers(),
              ApplicationFaults.ofCalls(),
              ApplicationFaults.ofDumps(),
              StackFaults.ofServices(),
              StackFaults.ofTheWhole())
          .flatMap(List::stream)
          .toList();

  static final List<RealFault> WITH_ONE_WORKER = EngineFaults.withOneWorker();

  static final List<RealFault> WITHOUT_STACK =
      Stream.of(EngineFaults.withoutStack(), EngineFaults.thatBringTheStackBack())
          .flatMap(List::stream)
          .toList();

  private RealFaults() {}

  static List<RealFault> all() {
    return Stream.of(ON_A_RUNNING_STACK, WITH_ONE_WORKER, WITHOUT_STACK)
        .flatMap(List::stream)
        .toList();
  }
}
