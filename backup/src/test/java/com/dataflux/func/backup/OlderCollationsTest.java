package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OlderCollationsTest {
  @Test
  void changesDefinitionsAndNoRowsWhateverThePieces() throws IOException {
    String dump =
        """
        ) ENGINE=InnoDB COLLATE=utf8mb4_0900_ai_ci;
        INSERT INTO `words` VALUES (1,'utf8mb4_0900_ai_ci 行');
        /*!50001 SET collation_connection      = utf8mb4_0900_ai_ci */;
        """;
    byte[] bytes = dump.getBytes(StandardCharsets.UTF_8);
    for (int piece = 1; piece <= bytes.length; piece++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (OlderCollations older = new OlderCollations(out)) {
        for (int at = 0; at < bytes.length; at += piece) {
          older.write(bytes, at, Math.min(piece, bytes.length - at));
        }
      }
      assertThat(out.toString(StandardCharsets.UTF_8))
          .isEqualTo(
              """
              ) ENGINE=InnoDB COLLATE=utf8mb4_unicode_ci;
              INSERT INTO `words` VALUES (1,'utf8mb4_0900_ai_ci 行');
              /*!50001 SET collation_connection      = utf8mb4_unicode_ci */;
              """);
    }
  }
}
