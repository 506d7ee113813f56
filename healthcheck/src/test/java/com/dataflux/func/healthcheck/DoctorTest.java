package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Language;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.check.Words;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path root;

  @Test
  void aCheckThatHangsSaysSoAndHoldsUpNoOther() {
    FakeHost host = new FakeHost(root, FakeHost.Shape.MINI);
    Report report =
        new Doctor(host.site(), Duration.ofMillis(300))
            .examine(List.of(new Hanging(), Checks.named(List.of("host.cpu")).getFirst()));
    assertThat(report.checkups().get(0).verdict())
        .isEqualTo(new Verdict.CouldNotCheck("no answer within 300 ms"));
    assertThat(report.checkups().get(1).verdict()).isInstanceOf(Verdict.Healthy.class);
    assertThat(report.took()).isLessThan(Duration.ofSeconds(5));
    assertThat(report.exitCode()).isEqualTo(72);
  }

  @Test
  void aHostWithoutInstallAndEngineIsExaminedAllTheSame() {
    FakeHost host = new FakeHost(root, FakeHost.Shape.FULL);
    host.delete("/etc/dataflux-func");
    host.delete(FakeHost.DIRECTORY + "/docker-stack.yaml");
    host.engine.failure = "the engine does not run";
    Report report = new Doctor(host.site(), LIMIT).examine(Checks.all());
    assertThat(report.checkups()).hasSameSizeAs(Checks.all());
    assertThat(TextReport.of(report, new Words(Language.ENGLISH), false))
        .contains("COULD NOT BE CHECKED", "nothing is installed on this host");
  }

  @Test
  void lookingChangesNothing() throws IOException {
    FakeHost host = new FakeHost(root, FakeHost.Shape.FULL);
    host.write("/proc/sys/net/ipv4/ip_forward", "0\n");
    Map<String, String> before = contents();
    new Doctor(host.site(), LIMIT).examine(Checks.all());
    assertThat(contents()).isEqualTo(before);
    assertThat(host.commands.ran)
        .allMatch(
            line ->
                line.matches(
                    "(uname|stat|iptables|xtables-legacy-multi|journalctl|firewall-cmd) .*"))
        .noneMatch(line -> line.matches(".* -[AID] .*"));
  }

  @Test
  void theTextSaysWhatWhyAndWhatNext() {
    FakeHost host = new FakeHost(root, FakeHost.Shape.FULL);
    host.write("/proc/sys/net/ipv4/ip_forward", "0\n");
    Report report = new Doctor(host.site(), LIMIT).examine(Checks.named(List.of("host")));
    String text = TextReport.of(report, new Words(Language.CHINESE), false);
    assertThat(text)
        .startsWith(
            """
            故障
              ✗ 内核转发  [host.ip-forward]
                net.ipv4.ip_forward 为 0，应为 1
                  影响: 未打开时，外部无法访问容器，容器也无法访问外部。
                  处理: echo 1 > /proc/sys/net/ipv4/ip_forward
                  可用 `--fix` 修复
            """)
        .contains("  ✓ CPU: 2\n")
        .doesNotContain("\u001B");
    assertThat(TextReport.of(report, new Words(Language.ENGLISH), true)).contains("\u001B[31m✗");
    assertThat(report.exitCode()).isEqualTo(71);
  }

  @Test
  void theJsonIsStable() {
    FakeHost host = new FakeHost(root, FakeHost.Shape.FULL);
    host.write("/proc/sys/net/ipv4/ip_forward", "0\n");
    Report report =
        new Doctor(host.site(), LIMIT).examine(Checks.named(List.of("host.ip-forward")));
    String json = JsonText.of(JsonReport.of(report, new Words(Language.ENGLISH)));
    assertThat(json.replaceAll("\"millis\":\\d+", "\"millis\":0"))
        .isEqualTo(
            "{\"exitCode\":71,\"millis\":0,\"fault\":1,\"warning\":0,\"unchecked\":0,\"healthy\":0,\"checks\":[{\"id\":\"host.ip-forward\",\"title\":\"Forwarding"
                + " of packets\",\"state\":\"fault\",\"millis\":0,\"findings\":[{\"cause\":\"off\",\"severity\":\"fault\",\"values\":[\"0\"],\"message\":\"net.ipv4.ip_forward"
                + " is 0, not 1\",\"evidence\":\"\",\"why\":\"Without it nothing from outside"
                + " reaches a container, and nothing from a container reaches"
                + " outside.\",\"next\":\"echo 1 >"
                + " /proc/sys/net/ipv4/ip_forward\",\"repairable\":true}]}],\"connectivity\":[]}");
  }

  @Test
  void aNameThatIsNoCheckIsRefused() {
    assertThatThrownBy(() -> Checks.named(List.of("host.nothing")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("host.nothing is not a check");
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        contents.put(
            file.toString(),
            Files.isRegularFile(file)
                ? Files.readString(file) + Files.getLastModifiedTime(file)
                : "");
      }
    }
    return contents;
  }

  private static final class Hanging extends Check {
    private final Cause never = fault("never");

    Hanging() {
      super("host.hanging", Vantage.HOST);
    }

    @Override
    public Verdict examine(Site site) {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return never.alone();
    }
  }
}
