package com.dataflux.func.bundles.oci;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.image.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An archive as an engine with containerd's image store saves it: blobs named by their digests,
/// layers as they came, which is packed.
class DockerArchiveTest {
  private static final byte[] LAYER = "a layer".repeat(500).getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;
  private Path archive;

  @BeforeEach
  void save() throws IOException {
    archive = directory.resolve("redis.tar.gz");
    byte[] packed = gzip(LAYER);
    byte[] config =
        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}"
            .formatted(Digest.of(LAYER))
            .getBytes(StandardCharsets.UTF_8);
    byte[] manifest =
        "[{\"Config\":\"%s\",\"RepoTags\":[\"t/redis:1\"],\"Layers\":[\"%s\"]}]"
            .formatted(blob(config), blob(packed))
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      add(tar, blob(config), config);
      add(tar, blob(packed), packed);
      add(tar, "manifest.json", manifest);
    }
    Files.write(archive, gzip(bytes.toByteArray()));
  }

  @Test
  void knowsHowLargeAPackedLayerIsForEnginesThatWantItUnpacked() throws IOException {
    try (DockerArchive source = DockerArchive.open(archive, "redis")) {
      Image image = source.images().getFirst();
      SavedImage saved = new SavedImage(source, image, image.layers());
      try (InputStream stream = saved.open(_ -> {}, () -> {});
          TarArchiveInputStream tar = new TarArchiveInputStream(stream)) {
        tar.getNextEntry();
        TarArchiveEntry layer = tar.getNextEntry();

        assertThat(layer.getSize()).isEqualTo(LAYER.length);
        assertThat(tar.readAllBytes()).isEqualTo(LAYER);
      }
    }
  }

  @Test
  void leavesNoFileBesideTheArchiveThatIsUnpackedThere() throws IOException {
    try (InputStream content = Compression.decode(Files.newInputStream(archive));
        TarContents contents = UnpackedArchive.unpack(archive, content, directory);
        Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(archive);
      assertThat(contents.open("manifest.json").readAllBytes()).isNotEmpty();
    }
  }

  private static String blob(byte[] content) {
    return "blobs/sha256/" + Digest.of(content).hex();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
