package io.signalbox.domain.release;

import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.calendar.Plan;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.track.Cancellation;
import io.signalbox.domain.track.Confirmation;
import io.signalbox.domain.track.Memory;
import io.signalbox.domain.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of an app on its way.
 *
 * @param policy the hash of the policy that it keeps
 * @param previous the version whose branch is cut before main is bumped to this one
 * @param cutAnyway the word of a release manager to cut now although the guard is not met
 */
public record Release(
        ReleaseId id,
        Plan plan,
        String policy,
        Optional<Version> previous,
        List<RepositoryProgress> repositories,
        List<CommitApproval> approvals,
        List<LateChange> lateChanges,
        List<Confirmation> confirmations,
        Optional<Word> cutAnyway,
        Optional<Cancellation> cancelled,
        Optional<Instant> closedAt,
        Memory memory) {
    public Release {
        repositories = List.copyOf(repositories);
        approvals = List.copyOf(approvals);
        lateChanges = List.copyOf(lateChanges);
        confirmations = List.copyOf(confirmations);
    }

    /** A person's word with its reason. */
    public record Word(String by, String reason, Instant at) {}

    public static Release opened(
            ReleaseId id, Plan plan, String policy, Optional<Version> previous, List<RepositoryKey> repositories) {
        List<RepositoryProgress> untouched =
                repositories.stream().map(RepositoryProgress::untouched).toList();
        return new Release(
                id,
                plan,
                policy,
                previous,
                untouched,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Memory.BLANK);
    }

    public boolean ended() {
        return cancelled.isPresent() || closedAt.isPresent();
    }

    /** @throws IllegalArgumentException if the release has no such repository */
    public RepositoryProgress repository(RepositoryKey key) {
        return repositories.stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("release %s has no repository %s".formatted(id, key)));
    }

    public Release with(RepositoryProgress progress) {
        List<RepositoryProgress> now = repositories.stream()
                .map(r -> r.key().equals(progress.key()) ? progress : r)
                .toList();
        return copy(now, approvals, lateChanges, confirmations, cutAnyway, cancelled, closedAt, memory);
    }

    public Release with(CommitApproval approval) {
        List<CommitApproval> now = new ArrayList<>(approvals);
        now.removeIf(a -> a.commit().equals(approval.commit()));
        now.add(approval);
        return copy(repositories, now, lateChanges, confirmations, cutAnyway, cancelled, closedAt, memory);
    }

    public Release withLateChanges(List<LateChange> now) {
        return copy(repositories, approvals, now, confirmations, cutAnyway, cancelled, closedAt, memory);
    }

    public Release with(Confirmation confirmation) {
        List<Confirmation> now = new ArrayList<>(confirmations);
        now.add(confirmation);
        return copy(repositories, approvals, lateChanges, now, cutAnyway, cancelled, closedAt, memory);
    }

    public Release withoutConfirmationsOf(String fingerprint) {
        List<Confirmation> now = confirmations.stream()
                .filter(c -> !c.fingerprint().equals(fingerprint))
                .toList();
        return copy(repositories, approvals, lateChanges, now, cutAnyway, cancelled, closedAt, memory);
    }

    public Release cutAnyway(Word word) {
        return copy(
                repositories, approvals, lateChanges, confirmations, Optional.of(word), cancelled, closedAt, memory);
    }

    public Release cancelled(Cancellation cancellation) {
        return copy(
                repositories,
                approvals,
                lateChanges,
                confirmations,
                cutAnyway,
                Optional.of(cancellation),
                closedAt,
                memory);
    }

    public Release closed(Instant at) {
        return copy(repositories, approvals, lateChanges, confirmations, cutAnyway, cancelled, Optional.of(at), memory);
    }

    public Release with(Memory now) {
        return copy(repositories, approvals, lateChanges, confirmations, cutAnyway, cancelled, closedAt, now);
    }

    private Release copy(
            List<RepositoryProgress> repositories,
            List<CommitApproval> approvals,
            List<LateChange> lateChanges,
            List<Confirmation> confirmations,
            Optional<Word> cutAnyway,
            Optional<Cancellation> cancelled,
            Optional<Instant> closedAt,
            Memory memory) {
        return new Release(
                id,
                plan,
                policy,
                previous,
                repositories,
                approvals,
                lateChanges,
                confirmations,
                cutAnyway,
                cancelled,
                closedAt,
                memory);
    }
}
