package com.dataflux.func.installer.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveWriterTest {
  private static final int LARGE = 200_000;

  @TempDir private Path place;
  private Path first;
  private Path second;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(place.resolve("resources"));
    first = Files.writeString(place.resolve("resources/first"), "a".repeat(LARGE));
    second = Files.writeString(place.resolve("resources/second"), "second");
  }

  @Test
  void leavesOutWhatVanishesAndSaysSo() throws IOException {
    List<String> changes = archive("resources/first", () -> Files.delete(second));

    assertThat(changes).containsExactly(second + " vanished, and is left out");
    assertThat(unpacked("first")).hasSize(LARGE);
    assertThat(place.resolve("out/resources/second")).doesNotExist();
  }

  @Test
  void takesWhatGrowsAsLongAsItWas() throws IOException {
    List<String> changes =
        archive("resources/first", () -> Files.writeString(first, "b", StandardOpenOption.APPEND));

    assertThat(changes).singleElement().asString().startsWith(first + " grew");
    assertThat(unpacked("first")).isEqualTo("a".repeat(LARGE));
    assertThat(unpacked("second")).isEqualTo("second");
  }

  @Test
  void readsWhatShrinksAnew() throws IOException {
    List<String> changes = archive("resources/first", () -> Files.writeString(first, "short"));

    assertThat(changes).containsExactly(first + " shrank, and was read anew");
    assertThat(unpacked("first")).isEqualTo("short");
    assertThat(unpacked("second")).isEqualTo("second");
  }

  @Test
  void refusesADumpThatDoesNotHoldStill() {
    assertThatThrownBy(
            () -> {
              try (ArchiveWriter writer =
                  new ArchiveWriter(
                      new Meddling("dump", () -> Files.writeString(first, "short")))) {
                writer.addWhole("dump", first);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("shrank");
  }

  /// @param entry before whose content the change is made
  private List<String> archive(String entry, Change change) throws IOException {
    Meddling out = new Meddling(entry, change);
    List<String> changes;
    try (ArchiveWriter writer = new ArchiveWriter(out)) {
      writer.add("resources", place.resolve("resources"));
      changes = writer.changes();
    }
    new ArchiveReader(Files.createDirectories(place.resolve("out")), false)
        .unpack(new ByteArrayInputStream(out.toByteArray()), name -> name.startsWith("resources"));
    return changes;
  }

  private String unpacked(String name) throws IOException {
    return Files.readString(place.resolve("out/resources").resolve(name));
  }

  private interface Change {
    void make() throws IOException;
  }

  /// Where an archive goes, which changes files once it is given the head of an entry.
  private static final class Meddling extends ByteArrayOutputStream {
    private final String entry;
    private final Change change;
    private boolean made;

    Meddling(String entry, Change change) {
      this.entry = entry;
      this.change = change;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      String written = new String(bytes, offset, length, StandardCharsets.UTF_8);
      if (!made && written.startsWith(entry + "\0")) {
        made = true;
        try {
          change.make();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
