package com.dataflux.func.runtime.function;

import redis.clients.jedis.exceptions.JedisConnectionException;

/// Reads along in Redis' old protocol, and knows what an answer takes in memory before the client
/// makes room for it.
final class RedisMeter {
  private long size;
  private long values;

  /// Bytes of a text and its line's end that are still to come.
  private long text;

  private int kind;
  private long number;

  /// Another answer comes.
  void begin() {
    size = 0;
    values = 0;
  }

  /// @throws JedisConnectionException where the answer does not fit
  void pass(byte[] bytes, int offset, int length) {
    for (int at = offset; at < offset + length; at++) {
      if (text > 0) {
        long skipped = Math.min(text, offset + length - at);
        text -= skipped;
        at += (int) skipped - 1;
      } else {
        passHead(bytes[at]);
      }
    }
  }

  /// A sign of a line: its kind, then of a text or list the length, which is -1 where there is
  /// none.
  private void passHead(byte sign) {
    if (kind == 0) {
      kind = sign;
      number = 0;
      values++;
      take(AnswerLimit.VALUE_BYTES);
    } else if (sign == '\n') {
      if (kind == '$' && number >= 0) {
        take(number * AnswerLimit.CHARACTER_BYTES);
        text = number + 2;
      } else if (kind == '*') {
        // Its members are counted as they come.
        fit(size + number * AnswerLimit.VALUE_BYTES);
      }
      kind = 0;
    } else if (kind == '$' || kind == '*') {
      // Stays below zero after a minus.
      if (sign == '-') {
        number = -1;
      } else if (sign >= '0' && sign <= '9' && number >= 0 && number < Integer.MAX_VALUE) {
        number = number * 10 + (sign - '0');
      }
    } else {
      take(AnswerLimit.CHARACTER_BYTES);
    }
  }

  private void take(long bytes) {
    size += bytes;
    fit(size);
  }

  private void fit(long bytes) {
    if (bytes > AnswerLimit.MOST_BYTES) {
      throw new JedisConnectionException(AnswerLimit.words(values, "values"));
    }
  }
}
