package com.dataflux.func.bundles;

import com.dataflux.func.bundles.oci.Contents;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.platform.display.Activity;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/// One of the ways in which a bundle is laid down.
sealed interface BundleForm extends AutoCloseable permits ManifestForm, ClassicForm {

  Optional<Manifest> manifest();

  String architecture();

  Contents contents();

  /// The names of the bundle's files: others may stand beside them.
  Collection<String> files() throws IOException;

  ImageSource source();

  void verify(Activity activity) throws IOException;

  @Override
  void close() throws IOException;
}
