package com.dataflux.func.bundles;

import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A bundle to read: a directory, the single file `.tar`, or the hand-downloaded form with one
/// archive of `docker save` an image. Streams may be opened from several threads at once.
public final class Bundle implements AutoCloseable {
  /// Directory of the OCI layout in the bundle.
  public static final String IMAGES = "images/";

  /// What follows an image's name in the hand-downloaded form.
  public static final String ARCHIVE = ".tar.gz";

  /// The bundle's directory, also the only one at the top of the single file form.
  public static final String DIRECTORY = "dataflux-func-portable";

  private final Path path;
  private final BundleForm form;

  private Bundle(Path path, BundleForm form) {
    this.path = path;
    this.form = form;
  }

  /// Opens a bundle and checks its manifest and the images' descriptions; the bulk of the bytes is
  /// read by [#verify].
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `BUNDLE_DAMAGED` or
  ///   `BUNDLE_MALFORMED`, naming the file
  public static Bundle open(Path path) {
    try {
      if (Files.isRegularFile(path)) {
        return new Bundle(path, ManifestForm.ofArchive(path));
      }
      if (Files.isRegularFile(path.resolve(Manifest.NAME))) {
        return new Bundle(path, ManifestForm.ofDirectory(path));
      }
      if (ClassicForm.isIn(path)) {
        return new Bundle(path, ClassicForm.open(path));
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    throw ProblemKind.BUNDLE_DAMAGED.exception(
        "There is no bundle in %s".formatted(path),
        "neither manifest.json nor mysql.tar.gz and its like are there",
        "Copy the whole directory %s to this host.".formatted(DIRECTORY));
  }

  public Path path() {
    return path;
  }

  /// Of the application; `unknown` for the hand-downloaded form.
  public String version() {
    return form.manifest().map(Manifest::version).orElse("unknown");
  }

  /// As Go names it: `amd64`.
  public String architecture() {
    return form.architecture();
  }

  /// Empty for the hand-downloaded form.
  public Optional<Manifest> manifest() {
    return form.manifest();
  }

  public List<Image> images() {
    return form.source().images();
  }

  /// @param name in the catalog
  /// @throws com.dataflux.func.platform.ProblemException where the bundle has no such image
  public Image image(String name) {
    return images().stream()
        .filter(image -> image.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemKind.BUNDLE_DAMAGED.exception(
                    "The bundle has no image %s".formatted(name),
                    "it has " + images().stream().map(Image::name).toList(),
                    "Copy or build the bundle again."));
  }

  /// Where the images' blobs are read from.
  public ImageSource source() {
    return form.source();
  }

  /// The names of the files beside the images, such as `docker-28.5.2.tgz`.
  public List<String> files() {
    try {
      return form.files().stream().filter(name -> !name.startsWith(IMAGES)).toList();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  public long fileSize(String name) throws IOException {
    return form.contents().size(name);
  }

  public InputStream openFile(String name) throws IOException {
    return form.contents().open(name);
  }

  /// Reads every byte and compares it with the manifest, on all processors.
  ///
  /// @throws com.dataflux.func.platform.ProblemException naming the first file that is not right
  public void verify(Display display) {
    try (Activity activity = display.begin("Verify the bundle")) {
      form.verify(activity);
      activity.done();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public void close() {
    try {
      form.close();
    } catch (IOException e) {
      // Nothing was written.
    }
  }

  private static RuntimeException unreadable(Path path, IOException e) {
    return ProblemKind.BUNDLE_DAMAGED
        .problem(
            "The bundle %s cannot be read".formatted(path),
            e.toString(),
            "Copy the bundle again, perhaps from another medium.")
        .asException(e);
  }
}
