package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Language;
import com.dataflux.func.healthcheck.check.Words;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCheckAndEveryCauseHasItsWords(Language language) {
    Words words = new Words(language);
    for (Check check : Checks.all()) {
      assertThat(words.keys()).contains(check.id(), check.id() + ".why", check.id() + ".next");
      assertThat(words.keys()).containsAll(check.causes().stream().map(Cause::key).toList());
    }
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(new TreeSet<>(new Words(Language.CHINESE).keys()))
        .isEqualTo(new TreeSet<>(new Words(Language.ENGLISH).keys()));
  }

  @Test
  void valuesArePutIntoTheirPlaces() {
    Check check = Checks.named(List.of("host.ip-forward")).getFirst();
    Cause off = check.causes().getFirst();
    Words words = new Words(Language.CHINESE);
    assertThat(words.text(off.found("0"))).isEqualTo("net.ipv4.ip_forward 为 0，应为 1");
    assertThat(words.next(off.found("0"))).isEqualTo("echo 1 > /proc/sys/net/ipv4/ip_forward");
  }
}
