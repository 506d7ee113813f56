package com.dataflux.func.runtime.server.base;

import com.dataflux.func.runtime.server.http.Body;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A form of type `multipart/form-data`, its files written to disk as they arrive. What was written
/// is removed again where the form turns out to be broken or too large.
///
/// @param fields the plain fields
/// @param files the files, under names of their own that a caller cannot choose
public record Multipart(Map<String, String> fields, List<Received> files) {
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)[;\\s](name|filename|boundary)=(?:\"([^\"]*)\"|([^;\\s]+))");
  private static final int LONGEST_FIELD = 1 << 20;
  private static final int LONGEST_LINE = 8192;
  private static final int MOST_HEADERS = 32;
  static final int MOST_PARTS = 1000;

  /// @param name as the caller calls the file
  /// @param type its media type, as the caller says
  public record Received(Path path, String name, String type, long size) {}

  /// Reads the form to its end.
  public static Multipart receive(Call call, Path directory) {
    String boundary = parameters(call.contentType()).getOrDefault("boundary", "");
    if (boundary.isEmpty()) {
      throw Reason.EClientBadRequest.refusal("The multipart body has no boundary.");
    }
    Multipart form = new Multipart(new LinkedHashMap<>(), new ArrayList<>());
    try (InputStream in = new BufferedInputStream(call.body().upload(), 1 << 16)) {
      Files.createDirectories(directory);
      form.read(new Parts(in, "\r\n--" + boundary), directory, call.body());
      return form;
    } catch (Refusal refusal) {
      form.discard();
      throw refusal;
    } catch (IOException e) {
      form.discard();
      throw new UncheckedIOException(e);
    }
  }

  /// Removes the files.
  public void discard() {
    for (Received file : files) {
      try {
        Files.deleteIfExists(file.path());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// @param body whose limit all fields together, which stay in memory, keep within
  private void read(Parts parts, Path directory, Body body) throws IOException {
    parts.skipPreamble();
    long left = body.limit();
    for (int count = 1; parts.hasNext(); count++) {
      if (count > MOST_PARTS) {
        throw Reason.EClientTooLarge.refusal(
            "The form has more than %d parts.".formatted(MOST_PARTS));
      }
      Map<String, String> headers = parts.headers();
      Map<String, String> disposition = parameters(headers.getOrDefault("content-disposition", ""));
      String fileName = disposition.get("filename");
      if (fileName == null) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        left -= parts.copy(value, Math.min(left, LONGEST_FIELD));
        body.cover(body.limit() - left);
        fields.put(disposition.getOrDefault("name", ""), value.toString(StandardCharsets.UTF_8));
        continue;
      }
      Path file = directory.resolve(UUID.randomUUID() + suffix(fileName));
      String type = headers.getOrDefault("content-type", "application/octet-stream");
      files.add(new Received(file, fileName, type, 0));
      long size;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        size = parts.copy(out, Long.MAX_VALUE);
      }
      files.set(files.size() - 1, new Received(file, fileName, type, size));
    }
  }

  /// The file's suffix where it is harmless, so that a function can tell what it got.
  private static String suffix(String fileName) {
    Matcher matcher = Pattern.compile("\\.[A-Za-z0-9]{1,8}$").matcher(fileName);
    return matcher.find() ? matcher.group() : "";
  }

  private static Map<String, String> parameters(String header) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(" " + header);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      String value = quoted == null ? matcher.group(3) : quoted;
      String name = String.valueOf(matcher.group(1)).toLowerCase(Locale.ROOT);
      parameters.putIfAbsent(name, value == null ? "" : value);
    }
    return parameters;
  }

  /// The parts of the body one after another; each ends at the delimiter.
  private static final class Parts {
    private final InputStream in;
    private final byte[] delimiter;

    Parts(InputStream in, String delimiter) {
      this.in = in;
      this.delimiter = delimiter.getBytes(StandardCharsets.UTF_8);
    }

    void skipPreamble() throws IOException {
      for (int at = 2; at < delimiter.length; at++) {
        if (next() != delimiter[at]) {
          throw broken();
        }
      }
    }

    /// After a delimiter: `--` ends the form, a line's end begins a part.
    boolean hasNext() throws IOException {
      int first = next();
      int second = next();
      if (first == '-' && second == '-') {
        return false;
      }
      if (first == '\r' && second == '\n') {
        return true;
      }
      throw broken();
    }

    Map<String, String> headers() throws IOException {
      Map<String, String> headers = new LinkedHashMap<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (headers.size() == MOST_HEADERS) {
          throw broken();
        }
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.put(
              line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
      }
      return headers;
    }

    /// The rest of the part. The delimiter begins with the only carriage return in it, so a failed
    /// match can begin anew nowhere but at the byte that ended it.
    long copy(OutputStream out, long most) throws IOException {
      long copied = 0;
      int matched = 0;
      while (matched < delimiter.length) {
        int next = next();
        if (next == delimiter[matched]) {
          matched++;
          continue;
        }
        out.write(delimiter, 0, matched);
        copied += matched;
        matched = next == delimiter[0] ? 1 : 0;
        if (matched == 0) {
          out.write(next);
          copied++;
        }
        if (copied > most) {
          throw Reason.EClientTooLarge.refusal("The fields of the form are too long.");
        }
      }
      return copied;
    }

    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = next(); next != '\n'; next = next()) {
        if (line.size() > LONGEST_LINE) {
          throw broken();
        }
        line.write(next);
      }
      return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private int next() throws IOException {
      int next = in.read();
      if (next < 0) {
        throw broken();
      }
      return next;
    }

    private static Refusal broken() {
      return Reason.EClientBadRequest.refusal("The multipart body is cut short or malformed.");
    }
  }
}
