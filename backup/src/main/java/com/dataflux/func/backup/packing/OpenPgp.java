package com.dataflux.func.backup.packing;

import com.dataflux.func.platform.files.SingleByte;
import com.dataflux.func.platform.secret.Secret;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePBEDataDecryptorFactoryBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;

/// OpenPGP messages under a password, AES-256 with an integrity packet: `gpg --decrypt` reads them.
final class OpenPgp {
  private static final int PACKET = 1 << 16;

  /// How often the password is hashed, in OpenPGP's coding: 65 million octets.
  private static final int HASHING = 0xff;

  private OpenPgp() {}

  static OutputStream encrypt(OutputStream out, Secret password) throws IOException {
    try {
      PGPEncryptedDataGenerator sealing =
          new PGPEncryptedDataGenerator(
              new JcePGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                  .setWithIntegrityPacket(true)
                  .setSecureRandom(new SecureRandom()));
      sealing.addMethod(
          new JcePBEKeyEncryptionMethodGenerator(
              password.reveal().toCharArray(), digests().get(HashAlgorithmTags.SHA256), HASHING));
      OutputStream sealed = sealing.open(out, new byte[PACKET]);
      OutputStream literal =
          new PGPLiteralDataGenerator()
              .open(sealed, PGPLiteralData.BINARY, "", PGPLiteralData.NOW, new byte[PACKET]);
      return new Sealing(literal, sealed);
    } catch (PGPException e) {
      throw new IOException("it cannot be encrypted: " + e.getMessage(), e);
    }
  }

  static InputStream decrypt(InputStream in, Secret password) throws IOException {
    try {
      if (new JcaPGPObjectFactory(in).nextObject() instanceof PGPEncryptedDataList list
          && list.get(0) instanceof PGPPBEEncryptedData data
          && data.isIntegrityProtected()) {
        InputStream clear =
            data.getDataStream(
                new JcePBEDataDecryptorFactoryBuilder(digests())
                    .build(password.reveal().toCharArray()));
        if (new JcaPGPObjectFactory(clear).nextObject() instanceof PGPLiteralData literal) {
          return new Sealed(literal.getInputStream(), clear, data);
        }
      }
      throw new IOException("it is no message of OpenPGP under a password");
    } catch (PGPException e) {
      throw new IOException("it cannot be decrypted: " + e.getMessage(), e);
    }
  }

  private static PGPDigestCalculatorProvider digests() throws PGPException {
    return new JcaPGPDigestCalculatorProviderBuilder().build();
  }

  /// Closes both packets, the inner one first.
  private static final class Sealing extends FilterOutputStream {
    private final OutputStream outer;

    Sealing(OutputStream literal, OutputStream outer) {
      super(literal);
      this.outer = outer;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      out.close();
      outer.close();
    }
  }

  /// Ends well only where the integrity packet at the end is right.
  private static final class Sealed extends InputStream {
    private final InputStream literal;
    private final InputStream clear;
    private final PGPPBEEncryptedData data;
    private boolean verified;

    Sealed(InputStream literal, InputStream clear, PGPPBEEncryptedData data) {
      this.literal = literal;
      this.clear = clear;
      this.data = data;
    }

    @Override
    public int read() throws IOException {
      return SingleByte.readFrom(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = literal.read(bytes, from, length);
      if (read < 0) {
        verify();
      }
      return read;
    }

    private void verify() throws IOException {
      if (verified) {
        return;
      }
      clear.transferTo(OutputStream.nullOutputStream());
      try {
        verified = data.verify();
      } catch (PGPException e) {
        throw new IOException("its integrity packet cannot be read", e);
      }
      if (!verified) {
        throw new IOException("its integrity packet does not fit to it");
      }
    }
  }
}
