package com.dataflux.func.bundles.layer;

import com.dataflux.func.platform.ProblemKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// `libicudata.so` with a part of its data: of its 33 MB, locales of the whole world, most programs
/// look at little.
///
/// The library is a 64-bit ELF file of one symbol, which names a package of ICU's common data. The
/// package becomes shorter, and what follows it in the file moves up by whole pages; addresses
/// stay. Formats: the ELF specification, and `ucmndata.h` of ICU.
final class IcuLibrary {
  private static final int PAGE = 0x1000;
  private static final int LOADABLE = 1;
  private static final int DYNAMIC_SYMBOLS = 11;
  private static final int PROGRAM_HEADER = 56;
  private static final int SECTION_HEADER = 64;
  private static final int SYMBOL = 24;

  private final ByteBuffer elf;

  private IcuLibrary(byte[] library) {
    this.elf = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// @param items of the data that stay, as `brkitr/*`
  /// @param library changed by it
  /// @throws com.dataflux.func.platform.ProblemException of kind `SOURCE_UNUSABLE` where the file
  ///   is something else, or has no such item
  static byte[] keeping(PathPatterns items, byte[] library) {
    try {
      return new IcuLibrary(library).keep(items);
    } catch (IndexOutOfBoundsException e) {
      throw unusable("it breaks off");
    }
  }

  private byte[] keep(PathPatterns items) {
    if (elf.getInt(0) != 0x464c457f || elf.get(4) != 2 || elf.get(5) != 1) {
      throw unusable("it is not an ELF file for 64 bits");
    }
    int symbol = symbol();
    int start = Math.toIntExact(elf.getLong(symbol + 8));
    int end = start + Math.toIntExact(elf.getLong(symbol + 16));
    byte[] data = IcuPackage.keeping(items, elf.slice(start, end - start).order(elf.order()));
    int moved = (offsetAfter(end) - start - data.length) / PAGE * PAGE;
    elf.putLong(symbol + 16, data.length);
    shift(start, end, data.length, moved);
    byte[] shorter = new byte[endOfSegments()];
    elf.get(0, shorter, 0, start);
    System.arraycopy(data, 0, shorter, start, data.length);
    int rest = offsetAfter(start + data.length);
    elf.get(rest + moved, shorter, rest, shorter.length - rest);
    return shorter;
  }

  /// Where the symbol of the data is described. The library is not loaded at another offset than it
  /// lies in the file, so far as its data go.
  private int symbol() {
    int sections = Math.toIntExact(elf.getLong(0x28));
    for (int i = 0; i < elf.getShort(0x3c); i++) {
      int section = sections + i * SECTION_HEADER;
      if (elf.getInt(section + 4) == DYNAMIC_SYMBOLS) {
        int names =
            Math.toIntExact(elf.getLong(sections + elf.getInt(section + 40) * SECTION_HEADER + 24));
        int first = Math.toIntExact(elf.getLong(section + 24));
        int size = Math.toIntExact(elf.getLong(section + 32));
        for (int at = first; at < first + size; at += SYMBOL) {
          if (IcuPackage.text(elf, names + elf.getInt(at)).matches("icudt\\d+_dat")) {
            return at;
          }
        }
      }
    }
    throw unusable("it has no data of ICU");
  }

  private List<Integer> segments() {
    List<Integer> headers = new ArrayList<>();
    for (int i = 0; i < elf.getShort(0x38); i++) {
      headers.add(Math.toIntExact(elf.getLong(0x20)) + i * PROGRAM_HEADER);
    }
    return headers;
  }

  private int offset(int header) {
    return Math.toIntExact(elf.getLong(header + 8));
  }

  private int offsetAfter(int place) {
    return segments().stream()
        .mapToInt(this::offset)
        .filter(offset -> offset >= place)
        .min()
        .orElseThrow(() -> unusable("nothing follows the data"));
  }

  /// Ends the segment that holds the data with them, and moves those behind it. The table of
  /// sections, which no loader looks at, goes.
  private void shift(int start, int end, int length, int moved) {
    for (int header : segments()) {
      int offset = offset(header);
      if (offset >= end) {
        elf.putLong(header + 8, offset - moved);
      } else if (elf.getInt(header) == LOADABLE && offset + elf.getLong(header + 32) >= end) {
        if (elf.getLong(header + 16) != offset) {
          throw unusable("its data are loaded elsewhere");
        }
        elf.putLong(header + 32, start - offset + length);
        elf.putLong(header + 40, start - offset + length);
      }
    }
    elf.putLong(0x28, 0);
    elf.putShort(0x3c, (short) 0);
    elf.putShort(0x3e, (short) 0);
  }

  private int endOfSegments() {
    return segments().stream()
        .mapToInt(header -> offset(header) + Math.toIntExact(elf.getLong(header + 32)))
        .max()
        .orElseThrow();
  }

  static RuntimeException unusable(String why) {
    return ProblemKind.SOURCE_UNUSABLE.exception(
        "The library of ICU's data cannot be made smaller", why, "Correct the recipe.");
  }
}
