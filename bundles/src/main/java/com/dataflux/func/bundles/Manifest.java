package com.dataflux.func.bundles;

import com.dataflux.func.bundles.oci.StrictJson;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.JsonText;
import com.dataflux.func.platform.image.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// `manifest.json`: what the bundle is, and every other file in it with size and SHA-256. It is
/// written in one way only and carries a checksum of itself, so that a changed byte anywhere in it
/// is seen.
///
/// @param version of the application that the bundle carries
/// @param architecture as Go names it: `amd64`
/// @param files sorted by name
public record Manifest(String version, String architecture, List<FileEntry> files) {
  public static final String NAME = "manifest.json";
  static final int LARGEST = 4 << 20;
  private static final int FORMAT = 1;
  private static final int LONGEST_NAME = 200;

  public Manifest {
    files = files.stream().sorted(Comparator.comparing(FileEntry::name)).toList();
  }

  /// Reads a manifest strictly.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `BUNDLE_MALFORMED` or
  ///   `BUNDLE_DAMAGED`
  public static Manifest read(byte[] json) {
    StrictJson root =
        StrictJson.read(NAME, json)
            .only(Set.of("format", "version", "architecture", "files", "checksum"));
    if (root.get("format").size() != FORMAT) {
      throw malformed(
          "has format %d, and this program reads format %d"
              .formatted(root.get("format").size(), FORMAT));
    }
    Manifest manifest =
        new Manifest(
            root.get("version").text(),
            root.get("architecture").text(),
            root.get("files").items().stream().map(Manifest::entry).toList());
    manifest.checkNames();
    if (!Arrays.equals(manifest.toJson(), json)) {
      throw ProblemKind.BUNDLE_DAMAGED.exception(
          NAME + " is altered",
          "its text and its checksum do not agree",
          "Copy or build the bundle again.");
    }
    return manifest;
  }

  private static FileEntry entry(StrictJson json) {
    json.only(Set.of("name", "size", "sha256"));
    return new FileEntry(
        json.get("name").text(), json.get("size").size(), json.get("sha256").hexDigest());
  }

  // A FAT file system does not tell upper from lower case.
  private void checkNames() {
    Set<String> seen = new HashSet<>(Set.of(NAME));
    for (FileEntry file : files) {
      if (!isPlain(file.name())) {
        throw malformed("names `%s`, which is not a file inside the bundle".formatted(file.name()));
      }
      if (!seen.add(file.name().toLowerCase(Locale.ROOT))) {
        throw malformed("names `%s` twice".formatted(file.name()));
      }
    }
  }

  static boolean isPlain(String name) {
    return name.length() <= LONGEST_NAME
        && name.chars().noneMatch(c -> c < ' ' || "\\:*?\"<>|".indexOf(c) >= 0)
        && Arrays.stream(name.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  /// The one text of this manifest.
  public byte[] toJson() {
    String open = body();
    String checksum = Digest.of(open.getBytes(StandardCharsets.UTF_8)).hex();
    return (open + "\"checksum\":\"" + checksum + "\"}\n").getBytes(StandardCharsets.UTF_8);
  }

  private String body() {
    StringBuilder json = new StringBuilder("{");
    json.append("\"format\":").append(FORMAT).append(",\n");
    json.append("\"version\":").append(JsonText.of(version)).append(",\n");
    json.append("\"architecture\":").append(JsonText.of(architecture)).append(",\n");
    json.append("\"files\":[");
    String separator = "\n";
    for (FileEntry file : files) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", file.name());
      fields.put("size", file.size());
      fields.put("sha256", file.sha256().hex());
      json.append(separator).append(JsonText.of(fields));
      separator = ",\n";
    }
    return json.append("],\n").toString();
  }

  private static RuntimeException malformed(String why) {
    return ProblemKind.BUNDLE_MALFORMED.exception(
        NAME + " " + why, "", "Copy or build the bundle again.");
  }
}
