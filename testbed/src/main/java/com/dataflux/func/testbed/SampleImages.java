package com.dataflux.func.testbed;

import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Images of the size and shape that a bundle carries, made from real Debian files: four images on
/// one base, as an OCI layout with layers in zstd.
public final class SampleImages {
  private static final String PACK =
      """
      cd "$1" && tar --sort=name --mtime=@0 --numeric-owner --one-file-system -cf "$3/tar" $2 &&
      zstd -q -9 -T0 "$3/tar" -o "$3/zst" && sha256sum "$3/tar" "$3/zst" && stat -c '%s x' "$3/tar" "$3/zst"
      """;

  private final Path blobs;

  private SampleImages(Path layout) {
    this.blobs = layout.resolve("blobs/sha256");
  }

  /// The directory of the layout.
  public static Path layout() {
    return BuildCache.directory(
        "sample-images", "four images, 2, " + DebianRoot.MYSQL, SampleImages::make);
  }

  private static void make(Path layout) {
    BuildMachine.needs("zstd");
    SampleImages images = new SampleImages(layout);
    try {
      Files.createDirectories(images.blobs);
      String mysql = DebianRoot.MYSQL.directory().toString();
      String servers = DebianRoot.SERVERS.directory().toString();
      Packed base = images.pack(servers, "etc usr/lib usr/share");
      List<String> index = new ArrayList<>();
      index.add(images.image("mysql", base, images.pack(mysql, "usr/lib usr/sbin")));
      index.add(images.image("redis", base, images.pack(servers, "usr/bin")));
      index.add(images.image("eclipse-mosquitto", base, images.pack(servers, "usr/sbin")));
      index.add(images.image("dataflux-func", base, images.pack(mysql, "usr/bin")));
      Files.writeString(
          layout.resolve("index.json"),
          "{\"schemaVersion\":2,\"manifests\":[%s]}".formatted(String.join(",", index)));
      Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Packed pack(String root, String parts) throws IOException {
    Path work = Leftovers.directory("layer");
    List<String> facts =
        Programs.run("sh", "-c", PACK, "pack", root, parts, work.toString())
            .lines()
            .map(line -> line.split(" ", 2)[0])
            .toList();
    Files.delete(work.resolve("tar"));
    Programs.run("mv", work.resolve("zst").toString(), blobs.resolve(facts.get(1)).toString());
    return new Packed(
        facts.get(0), facts.get(1), Long.parseLong(facts.get(2)), Long.parseLong(facts.get(3)));
  }

  private String image(String name, Packed... layers) throws IOException {
    String diffIds =
        List.of(layers).stream()
            .map(layer -> "\"sha256:%s\"".formatted(layer.diffId()))
            .collect(Collectors.joining(","));
    String config =
        put(
            """
            {"architecture":"amd64","os":"linux","config":{"Labels":{"name":"%s"}},"rootfs":{"type":"layers","diff_ids":[%s]}}\
            """
                .formatted(name, diffIds),
            "application/vnd.oci.image.config.v1+json",
            "");
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":%s,"layers":[%s]}\
        """
            .formatted(
                config,
                List.of(layers).stream().map(Packed::descriptor).collect(Collectors.joining(",")));
    String annotations =
        """
        ,"annotations":{"com.dataflux.func.name":"%1$s","org.opencontainers.image.ref.name":"dataflux-func/%1$s:sample"}\
        """
            .formatted(name);
    return put(manifest, "application/vnd.oci.image.manifest.v1+json", annotations);
  }

  /// Stores a document and describes it.
  private String put(String json, String mediaType, String annotations) throws IOException {
    byte[] content = json.getBytes(StandardCharsets.UTF_8);
    Digest digest = Digest.of(content);
    Files.write(blobs.resolve(digest.hex()), content);
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}"
        .formatted(mediaType, digest, content.length, annotations);
  }

  private record Packed(String diffId, String digest, long unpacked, long size) {
    String descriptor() {
      return """
      {"mediaType":"application/vnd.oci.image.layer.v1.tar+zstd","digest":"sha256:%s","size":%d,"annotations":{"com.dataflux.func.uncompressed-size":"%d"}}\
      """
          .formatted(digest, size, unpacked);
    }
  }
}
