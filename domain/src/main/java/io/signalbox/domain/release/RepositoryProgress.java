package io.signalbox.domain.release;

import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.track.Trouble;
import java.time.Instant;
import java.util.Optional;

/**
 * One repository of a release.
 *
 * @param bumpedAt when main was seen to bear the version's name; for a repository without a version file, when the cycle opened
 * @param trouble the last call that was refused, until one succeeds
 */
public record RepositoryProgress(
        RepositoryKey key,
        Optional<Instant> bumpedAt,
        Optional<Cut> cut,
        Optional<Instant> taggedAt,
        Optional<Trouble> trouble) {

    /**
     * The release branch.
     *
     * @param by {@code Robot}, or who made it by hand
     */
    public record Cut(String branch, CommitId from, Instant at, String by) {}

    public static RepositoryProgress untouched(RepositoryKey key) {
        return new RepositoryProgress(key, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public RepositoryProgress bumped(Instant at) {
        return new RepositoryProgress(key, Optional.of(at), cut, taggedAt, Optional.empty());
    }

    public RepositoryProgress with(Cut made) {
        return new RepositoryProgress(key, bumpedAt, Optional.of(made), taggedAt, Optional.empty());
    }

    public RepositoryProgress tagged(Instant at) {
        return new RepositoryProgress(key, bumpedAt, cut, Optional.of(at), Optional.empty());
    }

    public RepositoryProgress with(Optional<Trouble> now) {
        return new RepositoryProgress(key, bumpedAt, cut, taggedAt, now);
    }
}
