package com.dataflux.func.runtime.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Hashes passwords with Argon2id, written in the usual form
/// `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
public final class Passwords {
  // OWASP's second choice of parameters: 19 MiB, two passes; it suits a server of 100 MB.
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  public static String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    byte[] hash = hash(password, salt, MEMORY_KIB, PASSES, LANES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  public static boolean matches(String password, String written) {
    String[] parts = written.split("\\$", -1);
    if (parts.length != 6 || !parts[1].equals("argon2id")) {
      return false;
    }
    String[] costs = parts[3].split("[=,]", -1);
    byte[] expected = Base64.getDecoder().decode(parts[5]);
    byte[] found =
        hash(
            password,
            Base64.getDecoder().decode(parts[4]),
            Integer.parseInt(costs[1]),
            Integer.parseInt(costs[3]),
            Integer.parseInt(costs[5]));
    return MessageDigest.isEqual(expected, found);
  }

  /// Hashing takes memory: one at a time keeps a flood of sign-ins from exhausting the heap.
  private static synchronized byte[] hash(
      String password, byte[] salt, int memory, int passes, int lanes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
