package com.dataflux.func.bundles.delivery;

import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.testbed.EngineVersion;
import com.dataflux.func.testbed.RealEngine;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The same on real engines, so that the one in memory cannot lie.
@ParameterizedClass
@EnumSource
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ImageDeliveryIT extends DeliveryContract {
  private final RealEngine real;

  ImageDeliveryIT(EngineVersion version) {
    real = RealEngine.start(version);
  }

  @Override
  Engine emptyEngine() {
    return real.connect();
  }

  @AfterEach
  void stopTheEngine() {
    real.close();
  }
}
