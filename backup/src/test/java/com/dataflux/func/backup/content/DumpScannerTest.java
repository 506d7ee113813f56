package com.dataflux.func.backup.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DumpScannerTest {
  private static final String DUMP =
      """
      -- MySQL dump 10.13  Distrib 9.7.4, for Linux (x86_64)
      CREATE TABLE `words` (
        `id` int NOT NULL COMMENT 'it''s; (words)'
      ) ENGINE=InnoDB;
      INSERT INTO `words` VALUES (1,'a),(b',0xFF00),(2,'it\\'s; \\\\',NULL);
      INSERT INTO `words` VALUES (3,'😀','-- Dump completed');
      CREATE TABLE `odd ``name` (
        `odd ``)` int
      ) ENGINE=InnoDB;
      INSERT INTO `odd ``name` (`odd ``)`, `数据`) VALUES (-1.5,_binary '\\0');
      CREATE TABLE `empty` (
        `id` int
      ) ENGINE=InnoDB;
      DELIMITER ;;
      /*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER `t` AFTER INSERT ON `words`
      BEGIN
      INSERT INTO `words` VALUES (9,9,9);
      END */;;
      DELIMITER ;
      DELIMITER ;;
      CREATE DEFINER=`a`@`%` PROCEDURE `p`()
      INSERT INTO `words` VALUES (9) ;;
      DELIMITER ;
      /*!50001 VIEW `v` AS select 1 AS `n` */;

      -- Dump completed on 2026-11-21  8:00:00
      """;

  @Test
  void countsRowsWhateverTheirTextsHold() {
    DumpContent content = scan(DUMP);

    assertThat(content.flaw()).isEmpty();
    assertThat(rows(content))
        .containsOnly(entry("words", 3L), entry("odd `name", 1L), entry("empty", 0L));
    assertThat(content.objects()).isEqualTo(new DumpObjects(3, 1, 1, 1, 0));
  }

  @Test
  void findsTheSameInPiecesOfAnySize() {
    DumpContent whole = scan(DUMP);
    Random random = new Random(7);

    for (int trial = 0; trial < 200; trial++) {
      assertThat(scanInPieces(DUMP, random)).isEqualTo(whole);
    }
  }

  @Test
  void findsTheEndOfEachTextWhateverIsEscapedInIt() {
    String[] parts = {"\\'", "\\\\", "\\0", "\\\"", ")", "(", ",", ";", "行", "x".repeat(9)};
    Random random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      StringBuilder dump = new StringBuilder("CREATE TABLE `t` (\n) ENGINE=InnoDB;\n");
      dump.append("INSERT INTO `t` VALUES ");
      int rows = 1 + random.nextInt(20);
      for (int row = 0; row < rows; row++) {
        dump.append(row == 0 ? "(" : ",(").append(random.nextInt(1 << 30)).append(",'");
        random.ints(random.nextInt(60), 0, parts.length).forEach(part -> dump.append(parts[part]));
        dump.append("',0xFF)");
      }
      dump.append(";\n-- Dump completed on 2026-11-21  8:00:00\n");

      DumpContent whole = scan(dump.toString());

      assertThat(whole.flaw()).as(dump.toString()).isEmpty();
      assertThat(rows(whole)).containsOnly(entry("t", (long) rows));
      assertThat(scanInPieces(dump.toString(), random)).isEqualTo(whole);
    }
  }

  @Test
  void takesNoDumpForWholeThatIsCutShortAnywhere() {
    byte[] bytes = DUMP.getBytes(StandardCharsets.UTF_8);

    for (int length = 0; length < bytes.length; length++) {
      DumpScanner scanner = new DumpScanner();
      scanner.accept(bytes, 0, length);
      assertThat(scanner.content().flaw()).as("cut after %d bytes", length).isPresent();
    }
  }

  @Test
  void givesRowsTheSameChecksumInAnyOrderAndAnyStatements() {
    DumpContent one = scan("INSERT INTO `t` VALUES (1,'a'),(2,'b'),(2,'b');\n");
    DumpContent other =
        scan("INSERT INTO `t` VALUES (2,'b');\nINSERT INTO `t` VALUES (2,'b'),(1,'a');\n");
    DumpContent changed = scan("INSERT INTO `t` VALUES (1,'a'),(2,'b'),(2,'c');\n");

    assertThat(one.tables()).isEqualTo(other.tables()).isNotEqualTo(changed.tables());
  }

  @Test
  void namesTheByteThatCannotBeThere() {
    assertThat(scan("INSERT INTO `t` VALUES (1),x(2);\n").flaw())
        .contains("byte 27, in the rows of table t, cannot be there");
  }

  private static Map<String, Long> rows(DumpContent content) {
    Map<String, Long> rows = new HashMap<>();
    content.tables().forEach((name, table) -> rows.put(name, table.rows()));
    return rows;
  }

  private static DumpContent scanInPieces(String dump, Random random) {
    byte[] bytes = dump.getBytes(StandardCharsets.UTF_8);
    DumpScanner scanner = new DumpScanner();
    int at = 0;
    while (at < bytes.length) {
      int length = Math.min(1 + random.nextInt(40), bytes.length - at);
      scanner.accept(bytes, at, length);
      at += length;
    }
    return scanner.content();
  }

  private static DumpContent scan(String dump) {
    DumpScanner scanner = new DumpScanner();
    byte[] bytes = dump.getBytes(StandardCharsets.UTF_8);
    scanner.accept(bytes, 0, bytes.length);
    return scanner.content();
  }
}
