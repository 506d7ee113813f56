package com.dataflux.func.bundles;

import com.dataflux.func.bundles.oci.Contents;
import com.dataflux.func.bundles.oci.Descriptor;
import com.dataflux.func.bundles.oci.DirectoryContents;
import com.dataflux.func.bundles.oci.DockerArchive;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.ImageConfig;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.bundles.oci.Layer;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hand-downloaded form: one archive of `docker save` an image, no manifest.
final class ClassicForm implements BundleForm, ImageSource {
  /// The images that a stack needs; `eclipse-mosquitto.tar.gz` may be absent.
  static final List<String> NAMES = List.of("mysql", "redis", "eclipse-mosquitto", "dataflux-func");

  private final Contents contents;
  private final List<DockerArchive> archives = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private final Map<Digest, DockerArchive> places = new HashMap<>();

  private ClassicForm(Path directory) {
    this.contents = new DirectoryContents(directory);
  }

  static boolean isIn(Path directory) {
    return Files.isRegularFile(directory.resolve("dataflux-func" + Bundle.ARCHIVE));
  }

  static ClassicForm open(Path directory) throws IOException {
    ClassicForm form = new ClassicForm(directory);
    for (String name : NAMES) {
      Path file = directory.resolve(name + Bundle.ARCHIVE);
      if (Files.isRegularFile(file)) {
        form.add(name, file);
      } else if (!name.equals("eclipse-mosquitto")) {
        form.close();
        throw ProblemKind.BUNDLE_DAMAGED.exception(
            file.getFileName() + " is missing", "", "Copy it into %s.".formatted(directory));
      }
    }
    return form;
  }

  private void add(String name, Path file) throws IOException {
    try {
      DockerArchive archive = DockerArchive.open(file, name);
      archives.add(archive);
      for (Image image : archive.images()) {
        images.add(image);
        places.putIfAbsent(image.config().digest(), archive);
        image.layers().forEach(layer -> places.putIfAbsent(layer.blob().digest(), archive));
      }
    } catch (IOException e) {
      close();
      throw ProblemKind.BUNDLE_DAMAGED
          .problem(
              "%s cannot be read".formatted(file.getFileName()),
              e.toString(),
              "Download and copy the file again.")
          .asException(e);
    }
  }

  @Override
  public Optional<Manifest> manifest() {
    return Optional.empty();
  }

  @Override
  public String architecture() {
    try {
      Image first = images.getFirst();
      return ImageConfig.read(first.id(), readConfig(first)).architecture();
    } catch (IOException e) {
      throw ProblemKind.BUNDLE_DAMAGED
          .problem("An image cannot be read", e.toString(), "Copy the files again.")
          .asException(e);
    }
  }

  @Override
  public Contents contents() {
    return contents;
  }

  @Override
  public Collection<String> files() throws IOException {
    return contents.names();
  }

  @Override
  public ImageSource source() {
    return this;
  }

  @Override
  public List<Image> images() {
    return List.copyOf(images);
  }

  @Override
  public InputStream openBlob(Descriptor blob) throws IOException {
    DockerArchive archive = places.get(blob.digest());
    if (archive == null) {
      throw new IOException("no image has the blob " + blob.digest());
    }
    return archive.openBlob(blob);
  }

  /// Without a manifest the images' own digests are what there is to compare with.
  @Override
  public void verify(Activity activity) throws IOException {
    Map<Digest, Layer> layers = new LinkedHashMap<>();
    for (Image image : images) {
      readConfig(image);
      image.layers().forEach(layer -> layers.put(layer.diffId(), layer));
    }
    activity.expect(layers.values().stream().mapToLong(layer -> layer.blob().size()).sum());
    Parallel.each(List.copyOf(layers.values()), layer -> verify(layer, activity));
    activity.note("%d images, %d layers".formatted(images.size(), layers.size()));
  }

  private void verify(Layer layer, Activity activity) throws IOException {
    try (InputStream archive = openLayer(layer)) {
      archive.transferTo(OutputStream.nullOutputStream());
    }
    activity.advance(layer.blob().size());
  }

  @Override
  public void close() throws IOException {
    for (DockerArchive archive : archives) {
      archive.close();
    }
  }
}
