package com.dataflux.func.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyTextTest {
  @Test
  void bringsBackWhatWasWritten() {
    Map<String, String> values =
        Map.of("password", " #!=:\\ 密码\n\"'", "empty", "", "key with = and blanks", "x");

    assertThat(PropertyText.read(PropertyText.write(values))).isEqualTo(values);
  }
}
