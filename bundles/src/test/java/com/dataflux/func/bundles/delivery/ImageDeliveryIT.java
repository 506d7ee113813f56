package com.dataflux.func.bundles.delivery;

import com.dataflux.func.platform.engine.DockerEngine;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineImage;
import com.dataflux.func.testbed.EngineVersion;
import com.dataflux.func.testbed.RealEngine;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The same on real engines, so that the one in memory cannot lie.
@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ImageDeliveryIT extends DeliveryContract {
  private final RealEngine real;

  ImageDeliveryIT(EngineVersion version) {
    real = RealEngine.start(version);
  }

  @Override
  Engine emptyEngine() {
    DockerEngine engine = real.connect();
    for (EngineImage image : engine.images()) {
      image.references().forEach(engine::removeImage);
    }
    return engine;
  }

  @AfterAll
  void stopTheEngine() {
    real.close();
  }
}
