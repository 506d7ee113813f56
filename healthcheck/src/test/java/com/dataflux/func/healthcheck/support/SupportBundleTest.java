package com.dataflux.func.healthcheck.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.healthcheck.FakeHosts;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {
  @TempDir Path directory;

  private Site site;
  private List<String> secrets;

  @BeforeEach
  void plantFortySecrets() {
    FakeHosts.Planted planted = FakeHosts.withSecrets(directory.resolve("host"));
    site = planted.site();
    secrets = planted.secrets();
    assertThat(secrets).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void knowsEverySecretOfTheInstall() {
    assertThat(KnownSecrets.of(site)).containsAll(secrets);
  }

  @Test
  void holdsNoSecretInAnyEncoding() throws IOException {
    Path archive = directory.resolve("bundle.tar.gz");
    new SupportBundle(site, false)
        .write(archive, Map.of("report.txt", "password " + secrets.get(3)));
    Map<String, String> texts = TarGz.read(Files.readAllBytes(archive));
    assertThat(texts).containsKey("support-bundle/engine/logs/server-server000000.txt");
    String all = String.join("\n", texts.values());
    assertThat(secrets).noneMatch(all::contains);
    assertThat(new SecretScan(secrets).find(all)).isEmpty();
    assertThat(all).contains("url base64: ", "[secret ").doesNotContain("planted-");
    assertThat(Files.getPosixFilePermissions(archive)).hasSize(2);
  }

  @Test
  void refusesAnArchiveThatStillHoldsASecret() {
    Path archive = directory.resolve("bundle.tar.gz");
    for (String missed : List.of(secrets.get(0), secrets.get(1), secrets.get(37))) {
      List<String> others = secrets.stream().filter(secret -> !secret.equals(missed)).toList();
      SupportBundle bundle = new SupportBundle(site, false);
      assertThatThrownBy(
              () -> bundle.write(archive, Map.of(), new Redactor(others), new SecretScan(secrets)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.problem().kind().exitCode()).isEqualTo(73));
      assertThat(archive).doesNotExist();
    }
  }

  @Test
  void theScanFindsEachEncodingThatTheRedactorIsMadeToMiss() {
    SecretScan scan = new SecretScan(List.of("p@ss/wörd"));
    assertThat(scan.find("x p@ss/wörd y")).contains("plain");
    assertThat(scan.find("p=p%40ss%2Fw%C3%B6rd")).contains("percent-encoded");
    assertThat(scan.find("{\"p\":\"p@ss\\/w\\u00f6rd\"}")).contains("escaped");
    assertThat(scan.find("dXNlcjpwQHNzL3fDtnJk")).contains("base64");
    assertThat(scan.find("7040" + "73732f77c3b67264")).contains("hexadecimal");
    assertThat(scan.find("nothing of it")).isEmpty();
  }

  @Test
  void hostNamesAndAddressesBecomeTheSameTokensEverywhere() throws IOException {
    Path archive = directory.resolve("bundle.tar.gz");
    new SupportBundle(site, true)
        .write(archive, Map.of("report.txt", "appliance 192.168.7.5 127.0.0.1"));
    Map<String, String> texts = TarGz.read(Files.readAllBytes(archive));
    String report = texts.getOrDefault("support-bundle/report.txt", "");
    assertThat(report).matches("host-\\d+ address-\\d+ 127\\.0\\.0\\.1");
    String address = report.split(" ", -1)[1];
    assertThat(texts.get("support-bundle/network/cards.txt")).contains(address + "/24");
    assertThat(String.join("\n", texts.values())).doesNotContain("192.168.7.5", "appliance");
  }

  @Test
  void isBoundedInSize() throws IOException {
    Path log = directory.resolve("host/usr/local/dataflux-func/data/logs/dataflux-func.log");
    Files.write(log, "a line of a log\n".repeat(400_000).getBytes(StandardCharsets.UTF_8));
    Path archive = directory.resolve("bundle.tar.gz");
    new SupportBundle(site, false).write(archive, Map.of());
    Map<String, String> texts = TarGz.read(Files.readAllBytes(archive));
    assertThat(texts.values().stream().mapToLong(String::length).sum()).isLessThan(20_000_000);
  }
}
