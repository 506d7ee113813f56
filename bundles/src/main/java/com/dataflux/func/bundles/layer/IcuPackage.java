package com.dataflux.func.bundles.layer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A package of ICU's common data: a header, a table of names and places sorted by name, the names,
/// and the items, each at a multiple of 16.
final class IcuPackage {
  private static final short MAGIC = 0x27da;
  private static final int ALIGNMENT = 16;

  /// @param name with the package's before it, as `icudt78l/brkitr/word.brk`
  private record Item(String name, ByteBuffer content) {}

  private IcuPackage() {}

  /// The package with those items alone whose names, without the package's, the patterns name.
  static byte[] keeping(PathPatterns patterns, ByteBuffer data) {
    int header = Short.toUnsignedInt(data.getShort(0));
    if (data.getShort(2) != MAGIC || header % ALIGNMENT != 0) {
      throw IcuLibrary.unusable("its data are no package of ICU");
    }
    List<Item> kept =
        items(data.slice(header, data.limit() - header).order(data.order())).stream()
            .filter(item -> patterns.drop(item.name().replaceFirst("^[^/]*/", "")))
            .toList();
    if (kept.isEmpty()) {
      throw IcuLibrary.unusable("none of its data are to stay");
    }
    ByteBuffer written = ByteBuffer.allocate(data.limit()).order(data.order());
    written.put(0, data, 0, header);
    int end = write(kept, written.slice(header, written.limit() - header).order(data.order()));
    byte[] shorter = new byte[header + end];
    written.get(0, shorter);
    return shorter;
  }

  private static List<Item> items(ByteBuffer table) {
    int count = table.getInt(0);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int entry = Integer.BYTES + i * 2 * Integer.BYTES;
      int start = table.getInt(entry + Integer.BYTES);
      int end = i + 1 < count ? table.getInt(entry + 3 * Integer.BYTES) : table.limit();
      items.add(new Item(text(table, table.getInt(entry)), table.slice(start, end - start)));
    }
    return items;
  }

  /// @return how many bytes there are
  private static int write(List<Item> items, ByteBuffer table) {
    table.putInt(0, items.size());
    int at = Integer.BYTES + items.size() * 2 * Integer.BYTES;
    for (int i = 0; i < items.size(); i++) {
      byte[] name = items.get(i).name().getBytes(StandardCharsets.US_ASCII);
      table.putInt(Integer.BYTES + i * 2 * Integer.BYTES, at);
      table.put(at, name);
      at += name.length + 1;
    }
    for (int i = 0; i < items.size(); i++) {
      ByteBuffer content = items.get(i).content();
      at = (at + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      table.putInt(2 * Integer.BYTES + i * 2 * Integer.BYTES, at);
      table.put(at, content, 0, content.limit());
      at += content.limit();
    }
    return at;
  }

  /// Up to the next zero.
  static String text(ByteBuffer buffer, int start) {
    int end = start;
    while (buffer.get(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - start];
    buffer.get(start, text);
    return new String(text, StandardCharsets.US_ASCII);
  }
}
