package io.signalbox.storage.postgres;

import io.signalbox.domain.app.AppKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes of a journal, in hexadecimal digits: each is SHA-256 of the one before it and the bytes of its entry. */
final class Chain {
    private static final HexFormat HEX = HexFormat.of();

    private Chain() {}

    /** What stands before the first entry: of the app's key, so that no chain can be passed off as another app's. */
    static String beginning(AppKey app) {
        return HEX.formatHex(sha256().digest(bytes("signalbox journal " + app.value())));
    }

    static String next(String before, String entry) {
        MessageDigest digest = sha256();
        digest.update(HEX.parseHex(before));
        return HEX.formatHex(digest.digest(bytes(entry)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
