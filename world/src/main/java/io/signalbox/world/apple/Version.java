package io.signalbox.world.apple;

import java.time.Instant;
import java.util.Optional;

/**
 * An App Store version.
 *
 * @param since when it came into its state
 */
record Version(
        String id,
        String text,
        VersionState state,
        Instant since,
        ReleaseType releaseType,
        Optional<Instant> earliest,
        String copyright,
        Instant created,
        Optional<String> build) {

    /** When an approved version goes live. */
    enum ReleaseType {
        MANUAL,
        AFTER_APPROVAL,
        SCHEDULED
    }

    Version in(VersionState newState, Instant now) {
        return new Version(id, text, newState, now, releaseType, earliest, copyright, created, build);
    }

    Version built(Optional<String> newBuild) {
        return new Version(id, text, state, since, releaseType, earliest, copyright, created, newBuild);
    }

    Version released(ReleaseType type, Optional<Instant> notBefore) {
        return new Version(id, text, state, since, type, notBefore, copyright, created, build);
    }

    Version named(String newText, String newCopyright) {
        return new Version(id, newText, state, since, releaseType, earliest, newCopyright, created, build);
    }

    /** Compares version numbers such as 8.9.2 part by part. */
    static int compare(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = Integer.compare(part(left, i), part(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int part(String[] parts, int i) {
        return i < parts.length && parts[i].matches("\\d{1,9}") ? Integer.parseInt(parts[i]) : 0;
    }
}
