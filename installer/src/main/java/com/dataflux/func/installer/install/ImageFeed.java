package com.dataflux.func.installer.install;

import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.Engine;

/// Where images come from.
interface ImageFeed {

  /// Gives an engine the images it lacks, and checks those it has afterwards.
  ///
  /// @return how many images were sent
  int feed(Engine engine, Activity activity);
}
