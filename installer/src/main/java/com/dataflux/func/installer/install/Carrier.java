package com.dataflux.func.installer.install;

import com.dataflux.func.platform.display.Display;
import java.nio.file.Path;

/// Opens the bundle that was carried to this host.
interface Carrier {

  /// Reads every byte of a bundle.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `BUNDLE_DAMAGED` or
  ///   `BUNDLE_MALFORMED`, naming the file
  Delivery open(Path bundle, Display display);

  /// A bundle that is whole, open until it is closed.
  interface Delivery extends AutoCloseable {
    Cargo cargo();

    ImageFeed feed();

    @Override
    void close();
  }
}
