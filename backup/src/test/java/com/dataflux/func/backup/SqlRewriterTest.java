package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlRewriterTest {
  private static final String DUMP =
      """
      CREATE DATABASE /*!32312 IF NOT EXISTS*/ `one`;
      USE `one`;
      LOCK TABLES `t` WRITE;
      INSERT INTO `t` VALUES (1,'😀');
      INSERT INTO `t` VALUES (2,';');
      INSERT INTO `u` (`a`, `b c`) VALUES (3);
      INSERT INTO `u` (`a`, `b c`) VALUES (4);
      INSERT INTO `t` VALUES (5);
      UNLOCK TABLES;
      DELIMITER ;;
      /*!50003 CREATE*/ /*!50017 DEFINER=`a b`@`%`*/ /*!50003 TRIGGER `x`
      USE `within`;
      INSERT INTO `t` VALUES (9);
      INSERT INTO `t` VALUES (9);
      END */;;
      DELIMITER ;
      /*!50013 DEFINER=`a`@`%` SQL SECURITY DEFINER */
      -- Dump completed
      """;

  @Test
  void leavesOutTheDatabaseAndLocksAndJoinsRowsOfOneTable() throws IOException {
    assertThat(rewrite(DUMP, true, 1000))
        .isEqualTo(
            """
            INSERT INTO `t` VALUES (1,'😀'),(2,';');
            INSERT INTO `u` (`a`, `b c`) VALUES (3),(4);
            INSERT INTO `t` VALUES (5);
            DELIMITER ;;
            /*!50003 CREATE*/ /*!50017 DEFINER=`a b`@`%`*/ /*!50003 TRIGGER `x`
            USE `within`;
            INSERT INTO `t` VALUES (9);
            INSERT INTO `t` VALUES (9);
            END */;;
            DELIMITER ;
            /*!50013 DEFINER=`a`@`%` SQL SECURITY DEFINER */
            -- Dump completed
            """);
  }

  @Test
  void givesObjectsToTheAccountThatLoadsThem() throws IOException {
    assertThat(rewrite(DUMP, false, 1000))
        .contains("/*!50003 CREATE*/ /*!50017 */ /*!50003 TRIGGER `x`\n")
        .contains("/*!50013  SQL SECURITY DEFINER */\n")
        .doesNotContain("@`%`");
  }

  @Test
  void writesTheSameFromPiecesOfAnySize() throws IOException {
    for (boolean keepsDefiners : new boolean[] {true, false}) {
      String whole = rewrite(DUMP, keepsDefiners, 1000);
      for (int size = 1; size < 60; size++) {
        assertThat(rewrite(DUMP, keepsDefiners, size)).isEqualTo(whole);
      }
    }
  }

  @Test
  void joinsNoMoreOnceAStatementIsLarge() throws IOException {
    String row = "INSERT INTO `t` VALUES ('" + "x".repeat(100_000) + "');\n";

    assertThat(rewrite(row.repeat(12), true, 70_000).lines().count()).isEqualTo(2);
  }

  @Test
  void givesServersBefore80ACollationThatTheyKnow() throws IOException {
    String dump =
        """
        ) ENGINE=InnoDB COLLATE=utf8mb4_0900_ai_ci;
        INSERT INTO `words` VALUES (1,'utf8mb4_0900_ai_ci 行');
        /*!50001 SET collation_connection      = utf8mb4_0900_ai_ci */;
        """;
    for (int size = 1; size < dump.length(); size++) {
      assertThat(rewrite(dump, new LoadRules(true, true), size))
          .isEqualTo(
              """
              ) ENGINE=InnoDB COLLATE=utf8mb4_unicode_ci;
              INSERT INTO `words` VALUES (1,'utf8mb4_0900_ai_ci 行');
              /*!50001 SET collation_connection      = utf8mb4_unicode_ci */;
              """);
    }
  }

  @Test
  void leavesOutTablesThatAreThereAlready() throws IOException {
    String dump =
        """
        /*!40101 SET NAMES utf8mb4 */;
        -- Table structure for table `a``b`
        CREATE TABLE `a``b` (
          `id` int
        );
        INSERT INTO `a``b` VALUES (1);
        DELIMITER ;;
        /*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER `x`
        -- Table structure for table `c`
        END */;;
        DELIMITER ;
        -- Table structure for table `c`
        CREATE TABLE `c` (
          `id` int
        );
        INSERT INTO `c` VALUES (1);
        -- Dump completed
        """;
    for (int size = 1; size < 60; size++) {
      assertThat(rewrite(dump, new LoadRules(false, true, Set.of("a`b")), size))
          .isEqualTo(
              """
              /*!40101 SET NAMES utf8mb4 */;
              -- Table structure for table `c`
              CREATE TABLE `c` (
                `id` int
              );
              INSERT INTO `c` VALUES (1);
              -- Dump completed
              """);
    }
  }

  private static String rewrite(String dump, boolean keepsDefiners, int pieces) throws IOException {
    return rewrite(dump, new LoadRules(keepsDefiners, false), pieces);
  }

  private static String rewrite(String dump, LoadRules rules, int pieces) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SqlRewriter rewriter = new SqlRewriter(out, rules);
    byte[] bytes = dump.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(pieces);
    int at = 0;
    while (at < bytes.length) {
      int length = Math.min(1 + random.nextInt(pieces), bytes.length - at);
      rewriter.write(bytes, at, length);
      at += length;
    }
    rewriter.finish();
    return out.toString(StandardCharsets.UTF_8);
  }
}
