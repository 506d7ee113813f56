package com.dataflux.func.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// A JSON value as its text in UTF-8, so that a megabyte of it travels without being parsed.
public final class RawJson {
  public static final RawJson NULL = of("null");

  private final ByteBuffer text;

  private RawJson(ByteBuffer text) {
    this.text = text;
  }

  public static RawJson of(JsonNode value) {
    return new RawJson(ByteBuffer.wrap(Json.bytes(value)));
  }

  public static RawJson of(String text) {
    return new RawJson(UTF_8.encode(text));
  }

  /// @param bytes which nobody may change from now on
  public static RawJson of(byte[] bytes, int from, int to) {
    return new RawJson(ByteBuffer.wrap(bytes, from, to - from));
  }

  /// Bytes of text.
  public int length() {
    return text.remaining();
  }

  public ByteBuffer bytes() {
    return text.asReadOnlyBuffer();
  }

  public JsonNode tree() {
    return Json.read(text.array(), text.arrayOffset() + text.position(), length());
  }

  /// A node that is written as this text, for a tree that is only made to be written.
  public JsonNode node() {
    return Json.MAPPER.getNodeFactory().pojoNode(new Splice(this));
  }

  /// Whether this is one JSON value and nothing else.
  public boolean isWhole() {
    try (JsonParser parser =
        Json.MAPPER
            .getFactory()
            .createParser(text.array(), text.arrayOffset() + text.position(), length())) {
      boolean hasValue = parser.nextToken() != null;
      parser.skipChildren();
      return hasValue && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /// The first so many bytes, which no longer are JSON.
  public RawJson first(int most) {
    return new RawJson(text.slice(text.position(), Math.min(most, length())));
  }

  /// The first so many bytes as text.
  public String start(int most) {
    return UTF_8.decode(text.slice(text.position(), Math.min(most, length()))).toString();
  }

  @Override
  public String toString() {
    return UTF_8.decode(text.duplicate()).toString();
  }

  private record Splice(RawJson value) implements JsonSerializable {
    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
      if (out.getOutputTarget() instanceof OutputStream stream) {
        out.writeRawValue("");
        out.flush();
        ByteBuffer text = value.text;
        stream.write(text.array(), text.arrayOffset() + text.position(), text.remaining());
      } else {
        out.writeRawValue(value.toString());
      }
    }

    @Override
    public void serializeWithType(
        JsonGenerator out, SerializerProvider provider, TypeSerializer types) throws IOException {
      serialize(out, provider);
    }
  }
}
