package com.dataflux.func.platform.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  @Test
  void tellsATagFromARegistrysPort() {
    assertThat(ImageReference.parse("127.0.0.1:5000/dataflux-func/mysql"))
        .isEqualTo(new ImageReference("127.0.0.1:5000/dataflux-func/mysql", "latest"));
    assertThat(ImageReference.parse("dataflux-func/mysql:9.7"))
        .isEqualTo(new ImageReference("dataflux-func/mysql", "9.7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Mysql:1", "mysql:", "my sql:1", "../mysql:1", "mysql:1\n", "mysql:-1"})
  void refusesWhatAnEngineRefuses(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ImageReference.parse(text));
  }
}
