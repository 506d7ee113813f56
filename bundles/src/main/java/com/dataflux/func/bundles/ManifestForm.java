package com.dataflux.func.bundles;

import com.dataflux.func.bundles.oci.Contents;
import com.dataflux.func.bundles.oci.DirectoryContents;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.bundles.oci.OciLayout;
import com.dataflux.func.bundles.oci.TarContents;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The form with a manifest, as a directory or as one archive.
final class ManifestForm implements BundleForm {
  /// What operating systems drop among the images of their own accord.
  private static final Pattern LITTER =
      Pattern.compile("(.*/)?(\\._[^/]*|\\.DS_Store|Thumbs\\.db|desktop\\.ini)");

  private final Contents contents;
  private final Manifest manifest;
  private final OciLayout images;

  private ManifestForm(Contents contents) throws IOException {
    this.contents = contents;
    try (InputStream stream = contents.open(Manifest.NAME)) {
      this.manifest = Manifest.read(stream.readNBytes(Manifest.LARGEST));
    }
    checkPresence();
    checkDescriptions();
    this.images = new OciLayout(contents, Bundle.IMAGES, manifest.architecture());
  }

  static ManifestForm ofDirectory(Path directory) throws IOException {
    return new ManifestForm(new DirectoryContents(directory));
  }

  static ManifestForm ofArchive(Path archive) throws IOException {
    Contents contents = new TarContents(archive, Bundle.DIRECTORY + "/");
    if (!contents.has(Manifest.NAME)) {
      contents.close();
      throw ProblemKind.BUNDLE_MALFORMED.exception(
          "%s is not a bundle".formatted(archive),
          "it holds no %s/%s".formatted(Bundle.DIRECTORY, Manifest.NAME),
          "Give the directory %s, or the .tar that the build wrote.".formatted(Bundle.DIRECTORY));
    }
    return new ManifestForm(contents);
  }

  private void checkPresence() throws IOException {
    SortedSet<String> extra = new TreeSet<>(contents.names());
    extra.remove(Manifest.NAME);
    for (FileEntry file : manifest.files()) {
      if (!extra.remove(file.name())) {
        throw damaged(file.name() + " is missing", "");
      }
      long size = contents.size(file.name());
      if (size != file.size()) {
        throw damaged(
            file.name() + " has the wrong size",
            "it has %d bytes and should have %d".formatted(size, file.size()));
      }
    }
    // What an operator keeps beside the bundle, such as a log, is never read.
    extra.removeIf(name -> !name.startsWith(Bundle.IMAGES) || LITTER.matcher(name).matches());
    if (!extra.isEmpty()) {
      throw damaged(
          extra.first() + " does not belong to the bundle", "the manifest has no such file");
    }
  }

  /// Before what they say is believed: a damaged one would name files that nobody has.
  private void checkDescriptions() throws IOException {
    for (String name : List.of(OciLayout.MARKER, OciLayout.INDEX)) {
      for (FileEntry file : manifest.files()) {
        if (file.name().equals(Bundle.IMAGES + name)) {
          Verification.check(contents, file, bytes -> {});
        }
      }
    }
  }

  @Override
  public Optional<Manifest> manifest() {
    return Optional.of(manifest);
  }

  @Override
  public String architecture() {
    return manifest.architecture();
  }

  @Override
  public Contents contents() {
    return contents;
  }

  @Override
  public Collection<String> files() {
    return manifest.files().stream().map(FileEntry::name).toList();
  }

  @Override
  public ImageSource source() {
    return images;
  }

  @Override
  public void verify(Activity activity) {
    Verification.of(contents, manifest, activity);
  }

  @Override
  public void close() throws IOException {
    contents.close();
  }

  private static RuntimeException damaged(String what, String why) {
    return ProblemKind.BUNDLE_DAMAGED.exception(what, why, "Copy or build the bundle again.");
  }
}
