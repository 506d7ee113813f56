package com.dataflux.func.backup.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.backup.store.DumpFormat;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.platform.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackingTest {
  private static final byte[] CONTENT = content();

  @ParameterizedTest
  @EnumSource
  void givesBackWhatItPacked(Compression compression) throws IOException {
    for (Secret password : new Secret[] {Secret.of(""), Secret.of("pass wörd")}) {
      Packing packing = Packing.of(compression, password);

      assertThat(unpack(packing, pack(packing))).isEqualTo(CONTENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnotherPasswordAndWhatWasCutShort(Compression compression) throws IOException {
    byte[] packed = pack(Packing.of(compression, Secret.of("right")));

    assertThatThrownBy(() -> unpack(Packing.of(compression, Secret.of("wrong")), packed))
        .isInstanceOf(IOException.class);
    byte[] cut = Arrays.copyOf(packed, packed.length - 1);
    assertThatThrownBy(() -> unpack(Packing.of(compression, Secret.of("right")), cut))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @EnumSource
  void readsTheFormatFromTheName(Compression compression) {
    for (boolean encrypted : new boolean[] {false, true}) {
      DumpFormat format = new DumpFormat(compression, encrypted);

      assertThat(DumpFormat.ofFile("any.sql" + format.ending())).isEqualTo(format);
    }
  }

  private static byte[] pack(Packing packing) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream packed = packing.pack(file)) {
      packed.write(CONTENT);
    }
    return file.toByteArray();
  }

  private static byte[] unpack(Packing packing, byte[] file) throws IOException {
    try (InputStream content = packing.unpack(new ByteArrayInputStream(file), packing.format())) {
      return content.readAllBytes();
    }
  }

  private static byte[] content() {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    Arrays.fill(content, 100_000, 200_000, (byte) 'a');
    return content;
  }
}
