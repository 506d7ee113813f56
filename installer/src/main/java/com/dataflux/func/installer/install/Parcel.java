package com.dataflux.func.installer.install;

import java.io.IOException;
import java.io.InputStream;

/// A file that a bundle brings; the bundle may be a directory or one archive.
///
/// @param name such as `docker-28.5.2.tgz`
record Parcel(String name, Opener opener) {

  /// Opens the file from its beginning.
  interface Opener {
    InputStream open() throws IOException;
  }

  InputStream open() throws IOException {
    return opener.open();
  }
}
