package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatabaseFilesTest {
  @Test
  void surviveAServerOfTheirSeriesAndOfTheNext() {
    assertThat(DatabaseFiles.survive("9.7.0", "9.7.2")).isTrue();
    assertThat(DatabaseFiles.survive("5.7.44", "8.0.40")).isTrue();
    assertThat(DatabaseFiles.survive("8.4.3", "9.2.0")).isTrue();
    assertThat(DatabaseFiles.survive("8.4.3", "9.7.0")).isTrue();
    assertThat(DatabaseFiles.survive("9.7.1", "10.2.0")).isTrue();
  }

  @Test
  void doNotSurviveAnEarlierServerOrASeriesLeftOut() {
    assertThat(DatabaseFiles.survive("9.7.0", "8.4.3")).isFalse();
    assertThat(DatabaseFiles.survive("5.7.44", "8.4.3")).isFalse();
    assertThat(DatabaseFiles.survive("8.0.40", "9.7.0")).isFalse();
  }

  @Test
  void refusalSaysTheWay() {
    assertThatThrownBy(() -> DatabaseFiles.require(Path.of("/mysql"), "5.7.44", "9.7.0"))
        .hasMessageContaining("MySQL 9.7.0 cannot go on with the files of MySQL 5.7.44");
  }
}
