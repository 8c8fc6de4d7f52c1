package io.signalbox.testkit.sim;

import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.CommitUnknown;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.WatchClaim;
import io.signalbox.testkit.storage.ForwardingStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A storage at each of whose calls the caller may die, before or after it. It sometimes cannot say whether a commit was kept (half of
 * those were), and others sometimes use it between a read and the commit that follows from it.
 */
final class Ports extends ForwardingStorage {
    private final SimFaults faults;
    private final Runnable meanwhile;

    /**
     * @param meanwhile lets somebody else do something
     */
    Ports(Storage real, SimFaults faults, Runnable meanwhile) {
        super(real);
        this.faults = faults;
        this.meanwhile = meanwhile;
    }

    private <T> T crossing(String port, Supplier<T> call) {
        faults.mayDie("before " + port);
        T result = call.get();
        faults.mayDie("after " + port);
        return result;
    }

    @Override
    public List<Claim> claim(String replica, Instant now, int most, Duration lease) {
        return crossing("claim", () -> super.claim(replica, now, most, lease));
    }

    @Override
    public Optional<Snapshot> read(SubjectId subject) {
        return crossing("read", () -> super.read(subject));
    }

    @Override
    public List<WatchClaim> claimWatches(String replica, Instant now, int most, Duration lease) {
        return crossing("claim of watches", () -> super.claimWatches(replica, now, most, lease));
    }

    @Override
    public void observe(
            AppKey app, String source, List<Observed> answers, Instant now, Instant askAgainAt, int failures) {
        crossing("observe", () -> {
            super.observe(app, source, answers, now, askAgainAt, failures);
            return answers;
        });
    }

    @Override
    public void askNow(AppKey app, String source, Instant now) {
        crossing("ask now", () -> {
            super.askNow(app, source, now);
            return app;
        });
    }

    @Override
    public Commit commit(Change change) {
        if (faults.once(Fault.INTERLEAVED, 10)) {
            meanwhile.run();
        }
        return crossing("commit", () -> {
            if (!faults.once(Fault.COMMIT_UNKNOWN, 40)) {
                return super.commit(change);
            }
            if (faults.chance().nextBoolean()) {
                super.commit(change);
            }
            throw new CommitUnknown("connection lost during commit");
        });
    }
}
