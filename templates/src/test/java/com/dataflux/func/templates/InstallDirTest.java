package com.dataflux.func.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InstallDirTest {
  private final InstallDir dir = new InstallDir(Path.of("/srv/函数 平台"));

  @Test
  void knowsWhatContainersCallAFileOfItsData() {
    Path dump = Path.of("/srv/函数 平台/data/sqldump/a.sql");

    assertThat(dir.inContainer(dump)).isEqualTo(Path.of("/data/sqldump/a.sql"));
    assertThat(dir.onHost(dir.inContainer(dump))).contains(dump);
  }

  @Test
  void knowsNoFileThatOnlyContainersSee() {
    assertThat(dir.onHost(Path.of("/database/a.sql"))).isEmpty();
  }
}
