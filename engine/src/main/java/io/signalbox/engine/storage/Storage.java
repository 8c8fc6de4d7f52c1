package io.signalbox.engine.storage;

import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept. Every method is one transaction, and throws {@link StorageDown} if what is kept cannot be reached. Thread-safe;
 * several replicas may share one storage.
 *
 * <p>Business instants are passed in; leases run on the storage's own time.
 */
public interface Storage {

    /** Makes sure that an app has a train. Does nothing if it has. */
    void ensureTrain(AppKey app, Instant now);

    /** Makes sure that each source of an app is watched, and no other. New ones are due at once. */
    void ensureWatches(AppKey app, List<String> sources, Instant now);

    /** Takes up to {@code most} subjects that are due and not leased by another replica, the longest due first. */
    List<Claim> claim(String replica, Instant now, int most, Duration lease);

    /** The earliest instant at which a subject or a watch is due; empty if there is none. */
    Optional<Instant> nextDue();

    /**
     * A track needs its release and its train. Other versions and signals that cannot be understood are told of as such.
     *
     * @throws UnreadableRecord if the subject, or another one that its decision needs, cannot be understood
     */
    Optional<Snapshot> read(SubjectId subject);

    /** @throws UnreadableRecord if the app's train cannot be understood; all else is told of in what is read */
    Optional<AppSnapshot> readApp(AppKey app);

    /**
     * Keeps a change, or says why not. Gives up the lease under which it was made.
     *
     * @throws CommitUnknown if it may or may not have been kept
     */
    Commit commit(Change change);

    /** Whether a command with this id was carried out. */
    boolean wasHandled(AppKey app, String commandId);

    /** Makes every subject that has not ended due. */
    void sweep(Instant now);

    /** Sets a subject aside whose record cannot be understood: it is looked at again later, and nothing of it goes forward. */
    void park(SubjectId subject, String why, Instant now, Instant lookAgainAt);

    /** Takes up to {@code most} sources that are due and not leased by another replica, the longest due first. */
    List<WatchClaim> claimWatches(String replica, Instant now, int most, Duration lease);

    /** Keeps a source for a replica that is still asking it, unless another has taken it meanwhile. */
    void keepWatch(String replica, AppKey app, String source, Duration lease);

    /** What of an app there is to ask about. */
    Pursuit pursuit(AppKey app);

    /**
     * Keeps answers as signals, wakes the subjects for which they say something new, and sets when the source is asked next.
     */
    void observe(AppKey app, String source, List<Observed> answers, Instant now, Instant askAgainAt, int failures);

    /** Lets a source be asked at once; one that is just being asked, once more after that. Stands until an answer is kept. */
    void askNow(AppKey app, String source, Instant now);

    void keepPolicy(Policy policy);

    Optional<Policy> policy(String hash);

    /**
     * The app's journal in order.
     *
     * @param after the sequence number after which to begin, 0 for the beginning
     */
    List<Kept> journal(AppKey app, long after, int most);

    /** The newest entries about one subject, oldest first. */
    List<Kept> journalOf(SubjectId subject, int most);

    /** How long the oldest due subject has been waiting by business time; zero if none is due. */
    Duration oldestWait(Instant now);
}
