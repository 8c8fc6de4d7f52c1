package io.signalbox.codec.json;

import io.signalbox.domain.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a policy by its content: SHA-256 of its stored form without a hash. */
public final class PolicyHash {
    private PolicyHash() {}

    /** The policy under its hash, in hexadecimal digits. Policies that say the same have the same. */
    public static Policy named(Policy policy) {
        String content = new StoredJson().write(StoredTypes.POLICY, policy.hashed(""));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return policy.hashed(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
