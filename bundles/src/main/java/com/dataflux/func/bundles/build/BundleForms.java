package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.bundles.Parallel;
import com.dataflux.func.bundles.layer.ArchiveTree;
import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.LayerArchive;
import com.dataflux.func.bundles.oci.DirectoryContents;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.bundles.oci.Layer;
import com.dataflux.func.bundles.oci.OciLayout;
import com.dataflux.func.bundles.oci.SavedImage;
import com.dataflux.func.platform.display.Activity;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Turns a directory with everything but the manifest into a bundle of the form that was asked for.
final class BundleForms {
  private static final int BUFFER = 1 << 16;

  private BundleForms() {}

  /// The finished bundle: the directory itself, or a file beside it.
  static Path write(Path directory, String version, BundleLayout layout, Activity activity)
      throws IOException {
    return switch (layout) {
      case DIRECTORY -> sealed(directory, version, activity);
      case SINGLE_FILE -> singleFile(sealed(directory, version, activity), activity);
      case CLASSIC -> classic(directory, activity);
    };
  }

  private static Path sealed(Path directory, String version, Activity activity) throws IOException {
    try (Activity step = activity.begin("Manifest")) {
      ManifestWriter.write(directory, version);
      step.done();
    }
    return directory;
  }

  private static Path singleFile(Path directory, Activity activity) throws IOException {
    Path file = directory.resolveSibling(directory.getFileName() + ".tar");
    try (Activity step = activity.begin("Single file");
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      FileTree tree = ArchiveTree.directory(directory, Bundle.DIRECTORY);
      LayerArchive.write(tree, out);
      step.done();
    }
    return file;
  }

  /// One archive of `docker save` an image instead of the layout.
  private static Path classic(Path directory, Activity activity) throws IOException {
    Path layout = directory.resolve(Bundle.IMAGES);
    try (Activity step = activity.begin("Archives of the images");
        ImageSource source =
            new OciLayout(new DirectoryContents(layout), "", ManifestWriter.ARCHITECTURE)) {
      step.expect(
          source.images().stream()
              .flatMap(image -> image.layers().stream())
              .mapToLong(Layer::uncompressedSize)
              .sum());
      Parallel.each(source.images(), image -> save(source, image, directory, step));
      step.done();
    }
    Directories.delete(layout);
    return directory;
  }

  private static void save(ImageSource source, Image image, Path directory, Activity step)
      throws IOException {
    Path file = directory.resolve(image.name() + Bundle.ARCHIVE);
    try (InputStream archive =
            new SavedImage(source, image, image.layers()).open(step::advance, () -> {});
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), BUFFER)) {
      archive.transferTo(out);
    }
  }
}
