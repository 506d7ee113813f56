package com.dataflux.func.backup;

import com.dataflux.func.backup.content.InsertHead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The beginning of a line of a dump, for as long as it may become one that is looked for.
final class LineHead {
  /// A longer one is none that is looked for.
  private static final int LIMIT = 64 << 10;

  private static final String TABLE_SECTION = "-- Table structure for table `";

  static final List<byte[]> LEFT_OUT =
      texts("CREATE DATABASE ", "USE `", "LOCK TABLES `", "UNLOCK TABLES;");
  static final List<byte[]> DELIMITER = texts("DELIMITER ");
  static final List<byte[]> ROWS = texts("INSERT INTO `");
  static final List<byte[]> DEFINER =
      texts(
          "/*!50013 DEFINER=",
          "/*!50003 CREATE*/ /*!50017 DEFINER=",
          "/*!50106 CREATE*/ /*!50117 DEFINER=",
          "CREATE DEFINER=");
  static final List<byte[]> TABLE = texts(TABLE_SECTION);
  static final List<byte[]> OTHER_SECTION =
      texts(
          "-- Temporary view structure",
          "-- Dumping events",
          "-- Dumping routines",
          "-- Final view structure",
          "-- Dump completed");

  private static final List<byte[]> ALL =
      Stream.of(LEFT_OUT, DELIMITER, ROWS, DEFINER, TABLE, OTHER_SECTION)
          .flatMap(List::stream)
          .toList();

  private byte[] bytes = new byte[512];
  private int length;

  private static List<byte[]> texts(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  void add(byte octet) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = octet;
  }

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  boolean equalTo(byte[] other) {
    return Arrays.equals(bytes, 0, length, other, 0, other.length);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  /// Whether more of the line may make it one that is looked for.
  boolean isOpen() {
    return length < LIMIT
        && ALL.stream().anyMatch(wanted -> agrees(wanted, Math.min(length, wanted.length)));
  }

  /// Whether it begins with one of these.
  boolean is(List<byte[]> beginnings) {
    return beginnings.stream()
        .anyMatch(wanted -> length >= wanted.length && agrees(wanted, wanted.length));
  }

  private boolean agrees(byte[] wanted, int to) {
    return Arrays.equals(bytes, 0, to, wanted, 0, to);
  }

  /// Whether rows follow.
  boolean beginsRows() {
    return InsertHead.table(bytes, length).isPresent();
  }

  /// The table that the section is of, where this is the whole line that begins it.
  String sectionTable() {
    String line = new String(bytes, 0, length, StandardCharsets.UTF_8);
    int end = Math.max(line.lastIndexOf('`'), TABLE_SECTION.length());
    return line.substring(TABLE_SECTION.length(), end).replace("``", "`");
  }
}
