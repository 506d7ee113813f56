package com.dataflux.func.healthcheck.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymiserTest {
  private final Anonymiser anonymiser = new Anonymiser(List.of("db.example.com"));

  @Test
  void replacesNamesAndAddressesBySteadyTokens() {
    assertThat(anonymiser.hide("db.example.com 192.168.7.5 192.168.7.6 192.168.7.5"))
        .isEqualTo("host-1 address-2 address-3 address-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001:db8::5",
        "2001:DB8:0:0:0:0:0:5",
        "fe80::1ff:fe23:4567:890a%eth0",
        "fd00::",
        "::ffff:192.168.7.5",
        "::5",
        "1:2:3:4:5:6:7::"
      })
  void replacesAddressesOfTheSixthVersion(String address) {
    assertThat(
            anonymiser.hide(
                "to [" + address + "]:6379, " + address + "/64, " + address + ": refused"))
        .isEqualTo("to [address-1]:6379, address-1/64, address-1: refused");
    assertThat(anonymiser.hide(address)).isEqualTo("address-1");
  }

  @Test
  void givesOneAddressOneToken() {
    assertThat(anonymiser.hide("2001:db8::5 2001:DB8:0:0::0005 2001:db8::6"))
        .isEqualTo("address-1 address-1 address-2");
  }

  @Test
  void leavesWhatIsNoAddressOfAnybody() {
    String text =
        "12:30:45 2026-06-01T12:30:45Z 52:54:00:00:00:01 127.0.0.1 0.0.0.0 [::1]:80 :::8088"
            + " sha256:0abc a::b::c std::vector redis:6379 1:2:3:4:5:6:7:8:9 {\"a\":1}"
            + " mysql:3306:3306";
    assertThat(anonymiser.hide(text)).isEqualTo(text);
  }
}
