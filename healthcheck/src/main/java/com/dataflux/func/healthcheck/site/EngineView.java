package com.dataflux.func.healthcheck.site;

import java.util.List;

/// The Docker engine, as far as checks look at it; nothing here changes anything.
public interface EngineView {
  EngineInfo info();

  List<EngineNode> nodes();

  List<EngineNetwork> networks();

  /// Those of the stack.
  List<EngineService> services();

  /// Those that do not belong to the stack.
  List<EngineService> otherServices();

  /// Environment variables of all services, as `NAME=value`.
  List<String> environment();

  List<EngineTask> tasks();

  List<EngineContainer> containers();

  List<EngineImage> images();

  /// The end of what a container printed, both streams.
  String log(String container, int lines);
}
