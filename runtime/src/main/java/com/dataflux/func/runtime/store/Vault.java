package com.dataflux.func.runtime.store;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts values at rest with AES-256-GCM, under a key derived from the configuration's `SECRET`.
/// A sealed value is `v1:` and Base64 of nonce and ciphertext.
public final class Vault {
  private static final String PREFIX = "v1:";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  public Vault(Secret secret) {
    try {
      // SECRET is random already, 256 bits: one hash separates this use of it from others.
      byte[] seed = ("dataflux-func vault\n" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
      key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(seed), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public String seal(String value) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      RANDOM.nextBytes(nonce);
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(value.getBytes(StandardCharsets.UTF_8));
      return PREFIX
          + Base64.getEncoder()
              .encodeToString(
                  ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /// @throws com.dataflux.func.platform.ProblemException where `SECRET` is not the one it was
  ///   sealed under
  public String open(String sealed) {
    try {
      ByteBuffer bytes =
          ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(PREFIX.length())));
      byte[] nonce = new byte[NONCE_BYTES];
      bytes.get(nonce);
      byte[] rest = new byte[bytes.remaining()];
      bytes.get(rest);
      return new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(rest), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw ProblemKind.BAD_CONFIGURATION
          .problem(
              "A stored secret value cannot be decrypted",
              "SECRET in user-config.yaml is not the one it was encrypted under",
              "Put the old SECRET back, or enter the value again.")
          .asException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
