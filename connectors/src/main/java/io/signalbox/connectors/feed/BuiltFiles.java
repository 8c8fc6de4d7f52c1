package io.signalbox.connectors.feed;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Streamed;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares built files on the host with what CI built, once each: clients trust the hash in a channel file, so it must be of the very
 * bytes that were tested. Thread-safe.
 */
final class BuiltFiles {
    private static final int KEPT = 100;

    private final FeedSettings settings;
    private final Host host;
    private final Map<Key, Built> compared = new ConcurrentHashMap<>();

    private record Key(String file, String digest) {}

    BuiltFiles(FeedSettings settings, Host host) {
        this.settings = settings;
        this.host = host;
    }

    /**
     * The file's hash for clients; empty if its content is not that of this digest.
     *
     * @param digest {@code sha256:} and 64 hexadecimal digits
     */
    Optional<Built> compared(Errand errand, String file, String digest) throws CallFailed, HostRefused {
        Key key = new Key(file, digest);
        Optional<Built> known = Optional.ofNullable(compared.get(key));
        if (known.isPresent()) {
            return known;
        }
        Hashes hashes = host.read(errand, settings.at(file), BuiltFiles::hashes);
        if (!hashes.sha256.equals(digest)) {
            return Optional.empty();
        }
        if (compared.size() >= KEPT) {
            compared.clear();
        }
        compared.put(key, hashes.built);
        return Optional.of(hashes.built);
    }

    private record Hashes(String sha256, Built built) {}

    private static Hashes hashes(Streamed answer) throws IOException {
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest sha512 = digest("SHA-512");
        InputStream in = answer.body();
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sha256.update(buffer, 0, read);
            sha512.update(buffer, 0, read);
            bytes += read;
        }
        return new Hashes(
                "sha256:" + HexFormat.of().formatHex(sha256.digest()),
                new Built(Base64.getEncoder().encodeToString(sha512.digest()), bytes));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no " + algorithm, e);
        }
    }
}
