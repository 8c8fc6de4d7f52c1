package io.signalbox.testkit.storage;

import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.Pursuit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.WatchClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hands everything on to another storage; what tests want otherwise they override. */
public class ForwardingStorage implements Storage {
    private final Storage real;

    public ForwardingStorage(Storage real) {
        this.real = real;
    }

    @Override
    public void ensureTrain(AppKey app, Instant now) {
        real.ensureTrain(app, now);
    }

    @Override
    public void ensureWatches(AppKey app, List<String> sources, Instant now) {
        real.ensureWatches(app, sources, now);
    }

    @Override
    public List<Claim> claim(String replica, Instant now, int most, Duration lease) {
        return real.claim(replica, now, most, lease);
    }

    @Override
    public Optional<Instant> nextDue() {
        return real.nextDue();
    }

    @Override
    public Optional<Snapshot> read(SubjectId subject) {
        return real.read(subject);
    }

    @Override
    public Optional<AppSnapshot> readApp(AppKey app) {
        return real.readApp(app);
    }

    @Override
    public Commit commit(Change change) {
        return real.commit(change);
    }

    @Override
    public boolean wasHandled(AppKey app, String commandId) {
        return real.wasHandled(app, commandId);
    }

    @Override
    public void sweep(Instant now) {
        real.sweep(now);
    }

    @Override
    public void park(SubjectId subject, String why, Instant now, Instant lookAgainAt) {
        real.park(subject, why, now, lookAgainAt);
    }

    @Override
    public List<WatchClaim> claimWatches(String replica, Instant now, int most, Duration lease) {
        return real.claimWatches(replica, now, most, lease);
    }

    @Override
    public void keepWatch(String replica, AppKey app, String source, Duration lease) {
        real.keepWatch(replica, app, source, lease);
    }

    @Override
    public Pursuit pursuit(AppKey app) {
        return real.pursuit(app);
    }

    @Override
    public void observe(
            AppKey app, String source, List<Observed> answers, Instant now, Instant askAgainAt, int failures) {
        real.observe(app, source, answers, now, askAgainAt, failures);
    }

    @Override
    public void askNow(AppKey app, String source, Instant now) {
        real.askNow(app, source, now);
    }

    @Override
    public void keepPolicy(Policy policy) {
        real.keepPolicy(policy);
    }

    @Override
    public Optional<Policy> policy(String hash) {
        return real.policy(hash);
    }

    @Override
    public List<Kept> journal(AppKey app, long after, int most) {
        return real.journal(app, after, most);
    }

    @Override
    public List<Kept> journalOf(SubjectId subject, int most) {
        return real.journalOf(subject, most);
    }

    @Override
    public Duration oldestWait(Instant now) {
        return real.oldestWait(now);
    }
}
