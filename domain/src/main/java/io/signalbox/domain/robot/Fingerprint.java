package io.signalbox.domain.robot;

import io.signalbox.domain.action.Effect;
import io.signalbox.domain.criterion.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names what exactly is proposed: subject, effect, policy and what was accepted. The same proposal has the same name. */
final class Fingerprint {
    private static final int DIGITS = 16;

    private Fingerprint() {}

    static String of(String subject, String policy, Effect effect, List<Finding> guard) {
        StringBuilder text = new StringBuilder(subject)
                .append('|')
                .append(policy)
                .append('|')
                .append(effect);
        for (Finding finding : guard) {
            text.append('|')
                    .append(finding.criterion().key())
                    .append(finding.accepted().isPresent() ? "~" : "+");
        }
        return HexFormat.of().formatHex(sha256(text.toString())).substring(0, DIGITS);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
