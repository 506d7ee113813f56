package com.dataflux.func.bundles.delivery;

import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.InMemoryEngine;

class ImageDeliveryTest extends DeliveryContract {

  @Override
  Engine emptyEngine() {
    return new InMemoryEngine();
  }
}
