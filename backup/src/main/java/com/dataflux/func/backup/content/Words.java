package com.dataflux.func.backup.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Passes over bytes that mean nothing to a reader, eight at a time: most of a dump is such, and
/// the first compiler, which is all that there is, makes three times as slow a loop of single ones.
final class Words {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Words() {}

  /// @param sought a character of ASCII
  /// @return a place before which it is not met; it is within eight bytes of that, or fewer than
  ///   eight are left
  static int skip(byte[] bytes, int from, int end, char sought) {
    long each = LOW_BITS * sought;
    int at = from;
    while (at + Long.BYTES <= end && !hasZero((long) WORD.get(bytes, at) ^ each)) {
      at += Long.BYTES;
    }
    return at;
  }

  /// The same for either of two characters.
  static int skip(byte[] bytes, int from, int end, char one, char other) {
    long ones = LOW_BITS * one;
    long others = LOW_BITS * other;
    int at = from;
    while (at + Long.BYTES <= end) {
      long word = (long) WORD.get(bytes, at);
      if (hasZero(word ^ ones) || hasZero(word ^ others)) {
        break;
      }
      at += Long.BYTES;
    }
    return at;
  }

  private static boolean hasZero(long word) {
    return ((word - LOW_BITS) & ~word & HIGH_BITS) != 0;
  }
}
