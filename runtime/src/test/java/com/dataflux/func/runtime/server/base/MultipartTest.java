package com.dataflux.func.runtime.server.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.runtime.server.http.Body;
import com.dataflux.func.runtime.server.http.BodyRoom;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Identity;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.server.http.Trace;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartTest {
  private static final int BODY_LIMIT = 2 << 20;

  @TempDir Path directory;

  @Test
  void holdsFieldsTogetherToTheLimitOfABody() {
    String field = "x".repeat(900_000);
    assertThat(receive(field("a", field) + field("b", field)).fields()).hasSize(2);
    assertTooLarge(field("a", field) + field("b", field) + field("c", field));
  }

  @Test
  void holdsFilesToTheLimitOfUploads() {
    String form = part("filename=\"f\"; name=\"f\"", "x".repeat(BODY_LIMIT + 1));
    assertThat(receive(form).files().getFirst().size()).isEqualTo(BODY_LIMIT + 1);
    assertThat(directory).isNotEmptyDirectory();
  }

  @Test
  void refusesAFormOfVeryManyParts() {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i <= Multipart.MOST_PARTS; i++) {
      form.append(part("filename=\"f\"; name=\"f" + i + "\"", ""));
    }
    assertTooLarge(form.toString());
    assertThat(directory).isEmptyDirectory();
  }

  private void assertTooLarge(String form) {
    assertThatThrownBy(() -> receive(form))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.EClientTooLarge));
  }

  private static String field(String name, String value) {
    return part("name=\"" + name + "\"", value);
  }

  private static String part(String disposition, String content) {
    return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
  }

  private Multipart receive(String parts) {
    byte[] bytes = (parts + "--b--\r\n").getBytes(UTF_8);
    Call call =
        new Call(
            new Trace("TRACE-1", Instant.EPOCH),
            "POST",
            "/",
            Map.of(),
            Map.of(),
            name -> Optional.of("multipart/form-data; boundary=b"),
            "127.0.0.1",
            Identity.NOBODY,
            new Body(
                () -> new ByteArrayInputStream(bytes),
                bytes.length,
                BODY_LIMIT,
                100 << 20,
                BodyRoom.ofHeap().share()));
    return Multipart.receive(call, directory);
  }
}
