package com.dataflux.func.runtime.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void knowsThePasswordAgainAndNoOther() {
    String hash = Passwords.hash("密码 @:/%#");
    assertThat(hash).startsWith("$argon2id$v=19$").doesNotContain("密码");
    assertThat(Passwords.matches("密码 @:/%#", hash)).isTrue();
    assertThat(Passwords.matches("密码 @:/%", hash)).isFalse();
  }

  @Test
  void saltsEachHash() {
    assertThat(Passwords.hash("same password")).isNotEqualTo(Passwords.hash("same password"));
  }
}
