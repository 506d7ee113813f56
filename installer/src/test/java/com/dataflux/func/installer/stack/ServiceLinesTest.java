package com.dataflux.func.installer.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceLinesTest {
  private static final String STACK =
      """
      services:
        # The built-in database.
        mysql:
          image: "a"
          healthcheck:
            # Often.
            interval: 5s

        redis:
          image: "b"
      """;

  @Test
  void makesOneServiceACommentAndBringsItBack() {
    ServiceLines mysql = new ServiceLines("mysql");

    String without = mysql.commentedOut(STACK).orElseThrow();

    assertThat(without)
        .contains("#  mysql:\n#    image: \"a\"\n", "#      interval: 5s\n\n  redis:\n")
        .doesNotContain("\n  mysql:");
    assertThat(mysql.broughtBack(without)).contains(STACK);
  }

  @Test
  void knowsNoServiceThatIsNotThere() {
    assertThat(new ServiceLines("mosquitto").commentedOut(STACK)).isEmpty();
    assertThat(new ServiceLines("mysql").broughtBack(STACK)).isEmpty();
  }
}
