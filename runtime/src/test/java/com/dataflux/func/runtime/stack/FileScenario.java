package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// The file manager and the tool for Python packages.
interface FileScenario extends OnStack {

  @Test
  default void managesFiles() {
    String base = "/api/v1/resources/do/";
    admin().change(base + "make-folder", "{'filePath': '报表/2026'}").ok();
    byte[] content = "数据".getBytes(StandardCharsets.UTF_8);
    admin().upload(base + "upload?folder=%E6%8A%A5%E8%A1%A8", "一月.csv", content).ok();
    assertThat(admin().get(base + "list?folder=%E6%8A%A5%E8%A1%A8").ok().text())
        .contains("2026", "一月.csv");
    admin().change(base + "rename", "{'filePath': '报表/一月.csv', 'newPath': '报表/2026/一月.csv'}").ok();
    String file = base + "download?filePath=%E6%8A%A5%E8%A1%A8/2026/%E4%B8%80%E6%9C%88.csv";
    assertThat(admin().get(file).body()).isEqualTo(content);
    admin().change(base + "delete", "{'filePath': '报表'}").ok();
    admin().get(file).refused("EClientNotFound", "404.41");
  }

  @Test
  default void letsNoPathLeaveTheResources() {
    for (String path :
        new String[] {"..%2Fuser-config.yaml", "%2F..%2F..%2Fetc%2Fpasswd", "a%00b"}) {
      admin()
          .get("/api/v1/resources/do/download?filePath=" + path)
          .refused("EClientBadRequest", "400.43");
    }
    admin()
        .change("/api/v1/resources/do/delete", "{'filePath': '../logs'}")
        .refused("EClientBadRequest", "400.43");
    admin()
        .change("/api/v1/resources/do/delete", "{'filePath': ''}")
        .refused("EClientBadRequest", "400.43");
  }

  @Test
  default void installsAPackageFromAWheel() {
    String base = "/api/v1/python-packages/do/";
    admin().upload(base + "install", "tinything-1.2-py3-none-any.whl", wheel()).ok();
    assertThat(admin().get(base + "list").ok().text()).contains("tinything", "1.2");
    assertThat(run("wheel", "import tinything\nreturn tinything.NAME").asText()).isEqualTo("小");
    admin().change(base + "uninstall", "{'package': 'tinything'}").ok();
    assertThat(admin().get(base + "list").ok().text()).doesNotContain("tinything");
    admin()
        .change(base + "install", "{'package': '--help'}")
        .refused("EClientBadRequest", "400.43");
  }

  private static byte[] wheel() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("tinything.py", "NAME = '小'\n");
    files.put(
        "tinything-1.2.dist-info/METADATA",
        "Metadata-Version: 2.1\nName: tinything\nVersion: 1.2\n");
    files.put(
        "tinything-1.2.dist-info/WHEEL",
        "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
    files.put(
        "tinything-1.2.dist-info/RECORD",
        "tinything.py,,\ntinything-1.2.dist-info/METADATA,,\ntinything-1.2.dist-info/WHEEL,,\n"
            + "tinything-1.2.dist-info/RECORD,,\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
