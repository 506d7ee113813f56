package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.image.Digest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// JSON read with the path to what is wrong in it, such as `manifest.json: files[3].size`.
public final class StrictJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String path;
  private final JsonNode node;

  private StrictJson(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /// @param file named in every complaint
  public static StrictJson read(String file, byte[] json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      return new StrictJson(file, node == null ? MAPPER.nullNode() : node);
    } catch (JsonProcessingException e) {
      throw malformed(file, "is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw malformed(file, "is not JSON");
    }
  }

  /// Refuses members that are not in the list.
  public StrictJson only(Set<String> names) {
    object()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                throw malformed(path, "has the unknown member `%s`".formatted(name));
              }
            });
    return this;
  }

  public boolean has(String name) {
    return object().hasNonNull(name);
  }

  public StrictJson get(String name) {
    JsonNode member = object().get(name);
    String there = path.contains(": ") ? path + "." + name : path + ": " + name;
    if (member == null) {
      throw malformed(there, "is missing");
    }
    return new StrictJson(there, member);
  }

  public List<StrictJson> items() {
    if (!node.isArray()) {
      throw malformed(path, "is not a list");
    }
    List<StrictJson> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new StrictJson(path + "[" + i + "]", node.get(i)));
    }
    return items;
  }

  public String text() {
    if (!node.isTextual()) {
      throw malformed(path, "is not a text");
    }
    return node.textValue();
  }

  /// A number of bytes.
  public long size() {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw malformed(path, "is not a size");
    }
    return node.longValue();
  }

  /// A digest in the form `sha256:…`.
  public Digest digest() {
    return digest("");
  }

  /// A digest as hexadecimal digits alone.
  public Digest hexDigest() {
    return digest("sha256:");
  }

  private Digest digest(String prefix) {
    try {
      return Digest.parse(prefix + text());
    } catch (IllegalArgumentException e) {
      throw malformed(path, "is not a SHA-256 digest");
    }
  }

  /// A member that maps texts to texts; empty where it is absent.
  public Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (has(name)) {
      StrictJson member = get(name);
      member.object().fieldNames().forEachRemaining(key -> texts.put(key, member.get(key).text()));
    }
    return texts;
  }

  private JsonNode object() {
    if (!node.isObject()) {
      throw malformed(path, "is not an object");
    }
    return node;
  }

  private static RuntimeException malformed(String path, String why) {
    return ProblemKind.BUNDLE_MALFORMED.exception(
        path + " " + why, "", "Copy or build the bundle again.");
  }
}
