package com.dataflux.func.templates;

import com.dataflux.func.platform.secret.Secret;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// What the built-in databases and the broker are protected with. Made once, kept for good, since
/// the databases remember them in their files.
public record StackSecrets(
    Secret application,
    Secret mysqlRootPassword,
    String mysqlUser,
    Secret mysqlPassword,
    Secret redisPassword,
    String mqttUser,
    Secret mqttPassword) {

  /// New ones, 256 random bits each.
  public static StackSecrets generate() {
    return new StackSecrets(
        Secret.generate(),
        Secret.generate(),
        account("dff_"),
        Secret.generate(),
        Secret.generate(),
        account("dff_"),
        Secret.generate());
  }

  private static String account(String prefix) {
    byte[] name = new byte[4];
    RandomGenerator.of("SecureRandom").nextBytes(name);
    return prefix + HexFormat.of().formatHex(name);
  }
}
