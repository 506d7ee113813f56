package com.dataflux.func.runtime.server.http;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/// Reads JSON that a caller sent. Its tokens are counted, since an empty object takes two bytes of
/// a body and a hundred in memory.
public final class SentJson {
  static final int MOST_TOKENS = 300_000;

  private static final ObjectMapper MAPPER =
      Json.mapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
              .build());

  /// What an object or array takes in memory when it is empty, and a member beside its text.
  private static final int BRANCH_BYTES = 100;

  private static final int MEMBER_BYTES = 40;

  private SentJson() {}

  /// What the tree of a text takes in memory beside the text, at most; roughly, since signs within
  /// strings count as well.
  static long treeBytes(byte[] text) {
    long branches = 0;
    long members = 0;
    for (byte sign : text) {
      switch (sign) {
        case '{', '[' -> branches++;
        case ',', ':' -> members++;
        default -> {}
      }
    }
    branches = Math.min(branches, MOST_TOKENS);
    return branches * BRANCH_BYTES + Math.min(members, MOST_TOKENS) * MEMBER_BYTES;
  }

  /// @param what is read, as a refusal's sentence begins
  public static JsonNode read(String what, byte[] text) {
    try {
      return MAPPER.readTree(text);
    } catch (StreamConstraintsException e) {
      throw Reason.EClientTooLarge.refusal(
          "%s is nested too deeply, or holds too long a value or more than %d names, values and brackets."
              .formatted(what, MOST_TOKENS));
    } catch (JsonProcessingException e) {
      throw Reason.EClientBadRequest.refusal(
          "%s is not JSON: %s".formatted(what, e.getOriginalMessage()));
    } catch (IOException e) {
      throw Reason.EClientBadRequest.refusal("%s could not be read.".formatted(what));
    }
  }
}
