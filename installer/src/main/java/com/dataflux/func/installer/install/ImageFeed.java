package com.dataflux.func.installer.install;

import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.templates.StackOptions;

/// Where images come from.
interface ImageFeed {

  /// Gives an engine the images it lacks of those that the stack runs, and checks those it has
  /// afterwards.
  ///
  /// @return how many images were sent
  int feed(Engine engine, StackOptions stack, Activity activity);
}
