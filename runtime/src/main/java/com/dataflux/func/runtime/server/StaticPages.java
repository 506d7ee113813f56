package com.dataflux.func.runtime.server;

import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Listener;
import com.dataflux.func.runtime.server.http.PercentCoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages under `/client-app`, from the directory `web/` beside the program. Files under
/// `assets/` bear a hash in their name and are kept by browsers for ever; a path without a file is
/// a page of the application and gets its one document.
record StaticPages(Path directory) implements Listener.Pages {
  private static final String BASE = "/client-app";
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
          + " worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json"));

  @Override
  public @Nullable Answer get(String rawPath, Call.Headers headers) throws IOException {
    String path = PercentCoding.decodeSegment(rawPath);
    if (path.equals("/")) {
      return new Answer.Bytes(
          302,
          Map.of("Location", BASE, "Vary", "Accept", "Content-Type", "text/plain; charset=utf-8"),
          StandardCharsets.UTF_8.encode("Found. Redirecting to " + BASE));
    }
    if (!path.equals(BASE) && !path.startsWith(BASE + "/")) {
      return null;
    }
    Path file = directory.resolve("." + path.substring(BASE.length())).normalize();
    if (!file.startsWith(directory) || path.indexOf('\0') >= 0) {
      return null;
    }
    boolean isAsset = path.startsWith(BASE + "/assets/");
    if (!Files.isRegularFile(file)) {
      file = directory.resolve("index.html");
      if (isAsset || !Files.isRegularFile(file)) {
        return null;
      }
    }
    return content(file, isAsset, headers.first("Accept-Encoding").orElse(""));
  }

  private static Answer content(Path file, boolean isAsset, String encodings) {
    String name = String.valueOf(file.getFileName());
    String suffix = name.substring(name.lastIndexOf('.') + 1);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", TYPES.getOrDefault(suffix, "application/octet-stream"));
    headers.put("Cache-Control", isAsset ? "public, max-age=31536000, immutable" : "no-cache");
    headers.put("Vary", "Accept-Encoding");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Content-Security-Policy", POLICY);
    for (Map.Entry<String, String> packed : Map.of("br", ".br", "gzip", ".gz").entrySet()) {
      Path smaller = file.resolveSibling(name + packed.getValue());
      if (encodings.contains(packed.getKey()) && Files.isRegularFile(smaller)) {
        headers.put("Content-Encoding", packed.getKey());
        return new Answer.Content(headers, smaller);
      }
    }
    return new Answer.Content(headers, file);
  }
}
