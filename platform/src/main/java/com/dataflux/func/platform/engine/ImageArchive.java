package com.dataflux.func.platform.engine;

import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.image.ImageReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// What the engine in memory keeps of an archive of images: the small files, and the digest of each
/// layer.
///
/// @param small content by name, of all that is not a layer
/// @param layers digest of each layer's content by name
/// @param layerBytes how much the layers had
record ImageArchive(Map<String, byte[]> small, Map<String, Digest> layers, long layerBytes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ImageArchive read(InputStream archive) throws IOException {
    Map<String, byte[]> small = new HashMap<>();
    Map<String, Digest> layers = new HashMap<>();
    long layerBytes = 0;
    TarArchiveInputStream tar = new TarArchiveInputStream(archive);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.getName().endsWith(".json")) {
        small.put(entry.getName(), tar.readAllBytes());
      } else if (entry.isFile()) {
        DigestInputStream content = new DigestInputStream(tar, Digest.algorithm());
        layerBytes += content.transferTo(OutputStream.nullOutputStream());
        layers.put(entry.getName(), Digest.of(content.getMessageDigest()));
      }
    }
    return new ImageArchive(small, layers, layerBytes);
  }

  /// The images of the archive, each layer either in it or, below the same layers, in one of those
  /// that the engine has.
  List<EngineImage> imagesGiven(List<EngineImage> present) throws IOException {
    Set<List<Digest>> chains = new HashSet<>();
    present.forEach(image -> addChains(chains, image.diffIds()));
    List<EngineImage> images = new ArrayList<>();
    for (JsonNode image : JSON.readTree(file("manifest.json"))) {
      EngineImage read = read(image, chains);
      addChains(chains, read.diffIds());
      images.add(read);
    }
    return images;
  }

  private EngineImage read(JsonNode image, Set<List<Digest>> chains) throws IOException {
    byte[] config = file(image.path("Config").asText());
    List<Digest> diffIds = new ArrayList<>();
    JsonNode declared = JSON.readTree(config).path("rootfs").path("diff_ids");
    for (int i = 0; i < declared.size(); i++) {
      diffIds.add(Digest.parse(declared.get(i).asText()));
      if (!chains.contains(diffIds)) {
        check(image.path("Layers").path(i).asText(), diffIds.getLast());
      }
    }
    Set<ImageReference> references = new HashSet<>();
    image.path("RepoTags").forEach(tag -> references.add(ImageReference.parse(tag.asText())));
    return new EngineImage(Digest.of(config), references, diffIds, layerBytes);
  }

  private void check(String name, Digest expected) throws IOException {
    Digest actual = layers.get(name);
    if (actual == null) {
      throw new IOException("open " + name + ": no such file or directory");
    }
    if (!actual.equals(expected)) {
      throw new IOException("invalid diffID: expected %s, got %s".formatted(expected, actual));
    }
  }

  private byte[] file(String name) throws IOException {
    byte[] content = small.get(name);
    if (content == null) {
      throw new IOException("the archive has no " + name);
    }
    return content;
  }

  private static void addChains(Set<List<Digest>> chains, List<Digest> diffIds) {
    for (int i = 1; i <= diffIds.size(); i++) {
      chains.add(List.copyOf(diffIds.subList(0, i)));
    }
  }
}
