package org.seealso.confidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Encrypts with AES-256-GCM. The key comes from the environment and never touches the database. */
@Component
class Seal {
    private static final String PROOF = "This key opens the conduct reports.";
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;

    private final AesBytesEncryptor cipher;

    /** What the key is made with, and a text encrypted by the key that was used first. */
    private record Made(byte[] salt, byte[] proof) {}

    /** Throws KeyTrouble, with a sentence for whoever starts SeeAlso, if the key is missing or another one. */
    Seal(
            ConductSchema schema,
            @Value("${seealso.conduct-key:}") String key,
            @Value("${seealso.conduct-key-rounds:210000}") int rounds) {
        if (key.isBlank()) {
            throw new KeyTrouble("SEEALSO_CONDUCT_KEY is not set. Conduct reports are encrypted with it: make up a long"
                    + " one, keep a copy in a safe place, and start again.");
        }
        byte[] salt = KeyGenerators.secureRandom(SALT_BYTES).generateKey();
        AesBytesEncryptor fresh = cipher(key, salt, rounds);
        byte[] proof = fresh.encrypt(PROOF.getBytes(StandardCharsets.UTF_8));
        Made made = schema.use(jdbc -> {
            jdbc.sql("insert into conduct.seal (salt, proof) values (?, ?) on conflict do nothing")
                    .params(salt, proof)
                    .update();
            return jdbc.sql("select salt, proof from conduct.seal")
                    .query((row, n) -> new Made(row.getBytes("salt"), row.getBytes("proof")))
                    .single();
        });
        cipher = Arrays.equals(made.salt(), salt) ? fresh : cipher(key, made.salt(), rounds);
        if (!opens(made.proof())) {
            throw new KeyTrouble("SEEALSO_CONDUCT_KEY does not open the conduct reports kept in this database. Start"
                    + " with the key they were written with; with another one nobody can read them.");
        }
    }

    private boolean opens(byte[] proof) {
        try {
            return PROOF.equals(open(proof));
        } catch (IllegalStateException anotherKey) {
            return false;
        }
    }

    byte[] close(String text) {
        return cipher.encrypt(text.getBytes(StandardCharsets.UTF_8));
    }

    String open(byte[] sealed) {
        return new String(cipher.decrypt(sealed), StandardCharsets.UTF_8);
    }

    private static AesBytesEncryptor cipher(String key, byte[] salt, int rounds) {
        try {
            byte[] bytes = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(key.strip().toCharArray(), salt, rounds, KEY_BITS))
                    .getEncoded();
            SecretKey secret = new SecretKeySpec(bytes, "AES");
            return new AesBytesEncryptor(secret, KeyGenerators.secureRandom(SALT_BYTES), CipherAlgorithm.GCM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", e);
        }
    }
}
