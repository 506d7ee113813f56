package com.dataflux.func.bundles.layer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/// On a library with the parts of a real one: data in a segment of their own, another one behind.
class IcuLibraryTest {
  private static final PathPatterns WORDS = new PathPatterns(List.of("brkitr"), List.of());
  private static final int DATA = 0x1000;
  private static final int DATA_SIZE = 0x5000;
  private static final int BEHIND = DATA + DATA_SIZE + 0x123;
  private static final int SECTIONS = BEHIND + 16;

  @Test
  void keepsTheItemsThatAreNamed() {
    ByteBuffer shorter = shorter();
    ByteBuffer table = shorter.slice(DATA + 32, shorter.limit() - DATA - 32).order(shorter.order());
    assertThat(table.getInt(0)).isEqualTo(1);
    assertThat(IcuPackage.text(table, table.getInt(4))).isEqualTo("icudt1l/brkitr/word.brk");
    assertThat(IcuPackage.text(table, table.getInt(8))).isEqualTo("where words end");
    assertThat(table.getInt(8) % 16).isZero();
  }

  @Test
  void keepsTheAddressesOfWhatLiesBehind() {
    ByteBuffer shorter = shorter();
    int offset = (int) shorter.getLong(64 + 56 + 8);
    assertThat(offset).isLessThan(DATA + 0x1000);
    assertThat(shorter.getLong(64 + 56 + 16)).isEqualTo(BEHIND);
    assertThat((BEHIND - offset) % 0x1000).isZero();
    assertThat(IcuPackage.text(shorter, offset)).isEqualTo("what is behind");
    assertThat(shorter.limit()).isEqualTo(offset + 16);
  }

  @Test
  void refusesWhatIsNoSuchLibrary() {
    PathPatterns none = new PathPatterns(List.of("coll"), List.of());
    assertThatThrownBy(() -> IcuLibrary.keeping(none, library())).hasMessageContaining("smaller");
    byte[] text = "no library".repeat(20).getBytes(US_ASCII);
    assertThatThrownBy(() -> IcuLibrary.keeping(WORDS, text)).hasMessageContaining("smaller");
    byte[] cut = ByteBuffer.allocate(DATA).put(library(), 0, DATA).array();
    assertThatThrownBy(() -> IcuLibrary.keeping(WORDS, cut)).hasMessageContaining("smaller");
  }

  private static ByteBuffer shorter() {
    return ByteBuffer.wrap(IcuLibrary.keeping(WORDS, library())).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] library() {
    ByteBuffer elf = ByteBuffer.allocate(SECTIONS + 3 * 64 + 256).order(ByteOrder.LITTLE_ENDIAN);
    elf.put(0, new byte[] {0x7f, 'E', 'L', 'F', 2, 1});
    elf.putLong(0x20, 64).putLong(0x28, SECTIONS).putShort(0x38, (short) 2);
    elf.putShort(0x3c, (short) 3);
    segment(elf, 64, DATA, DATA, DATA_SIZE + 4);
    segment(elf, 64 + 56, BEHIND, BEHIND, 16);
    data(elf.slice(DATA, DATA_SIZE).order(elf.order()));
    elf.put(BEHIND, "what is behind".getBytes(US_ASCII));
    int names = SECTIONS + 3 * 64;
    int symbols = names + 32;
    elf.put(names + 1, "icudt1_dat".getBytes(US_ASCII));
    elf.putInt(symbols, 1).putLong(symbols + 8, DATA).putLong(symbols + 16, DATA_SIZE);
    int section = SECTIONS + 64;
    elf.putInt(section + 4, 11).putLong(section + 24, symbols).putLong(section + 32, 24);
    elf.putInt(section + 40, 2).putLong(section + 64 + 24, names);
    return elf.array();
  }

  private static void segment(ByteBuffer elf, int header, int offset, int address, int size) {
    elf.putInt(header, 1).putLong(header + 8, offset).putLong(header + 16, address);
    elf.putLong(header + 32, size).putLong(header + 40, size);
  }

  /// Two items, the first of which fills most of the room.
  private static void data(ByteBuffer data) {
    data.putShort(0, (short) 32).putShort(2, (short) 0x27da);
    ByteBuffer table = data.slice(32, DATA_SIZE - 32).order(data.order());
    int second = DATA_SIZE - 64;
    table.putInt(0, 2).putInt(4, 20).putInt(8, 64).putInt(12, 35).putInt(16, second);
    table.put(20, "icudt1l/af.res".getBytes(US_ASCII));
    table.put(35, "icudt1l/brkitr/word.brk".getBytes(US_ASCII));
    table.put(second, "where words end".getBytes(US_ASCII));
  }
}
