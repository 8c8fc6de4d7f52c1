package io.signalbox.storage.postgres;

import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.train.Train;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.Pursuit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.StorageDown;
import io.signalbox.engine.storage.SubjectState;
import io.signalbox.engine.storage.WatchClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Storage in PostgreSQL, shared by as many replicas as like. Thread-safe.
 *
 * <p>A database that is away shows as {@link StorageDown}, whatever was asked of it. Only {@link #commit} can end in doubt, and says so.
 */
public final class PostgresStorage implements Storage {
    private final Calls calls;
    private final Transactions transactions;
    private final Leases leases;
    private final Watches watches;
    private final Reader reader;
    private final SubjectTable subjects;
    private final SignalTable signals;
    private final Journal journal;
    private final Policies policies;
    private final Committer committer;
    private final Notices notices;

    PostgresStorage(DataSource database, Place place, Json json) {
        JdbcClient db = JdbcClient.create(database);
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(database);
        this.calls = new Calls(place);
        this.transactions =
                new Transactions(new TransactionTemplate(new DataSourceTransactionManager(database)), calls);
        this.notices = new Notices(db);
        this.leases = new Leases(db, notices);
        this.watches = new Watches(db);
        this.reader = new Reader(db, json);
        this.subjects = new SubjectTable(db, batches, json);
        this.signals = new SignalTable(db, batches, json);
        this.journal = new Journal(db, batches, json);
        this.policies = new Policies(db, json);
        this.committer = new Committer(db, batches, json, subjects, signals, journal, notices);
    }

    @Override
    public void ensureTrain(AppKey app, Instant now) {
        transactions.run(() -> {
            journal.begin(app);
            Train train = Train.created(new TrainId(app), now);
            if (subjects.ensure(new SubjectState.OfTrain(train), now)) {
                notices.changed(app);
            }
        });
    }

    @Override
    public void ensureWatches(AppKey app, List<String> sources, Instant now) {
        transactions.run(() -> watches.ensure(app, sources, now));
    }

    @Override
    public List<Claim> claim(String replica, Instant now, int most, Duration lease) {
        return calls.answer(() -> leases.claim(replica, now, most, lease));
    }

    @Override
    public Optional<Instant> nextDue() {
        return calls.answer(() -> leases.nextDue());
    }

    /**
     * Frees what a replica held that has died, and fences it. Only for whoever knows that no other replica is alive: without this the
     * leases end by themselves, a while later.
     */
    public void freeLeases() {
        transactions.run(() -> {
            leases.free();
            watches.free();
        });
    }

    @Override
    public Optional<Snapshot> read(SubjectId subject) {
        return calls.answer(() -> reader.read(subject));
    }

    @Override
    public Optional<AppSnapshot> readApp(AppKey app) {
        return calls.answer(() -> reader.readApp(app));
    }

    @Override
    public Commit commit(Change change) {
        return transactions.commit(() -> committer.commit(change));
    }

    @Override
    public boolean wasHandled(AppKey app, String commandId) {
        return calls.answer(() -> committer.wasHandled(app, commandId));
    }

    @Override
    public void sweep(Instant now) {
        calls.run(() -> leases.sweep(now));
    }

    @Override
    public void park(SubjectId subject, String why, Instant now, Instant lookAgainAt) {
        transactions.run(() -> leases.park(subject, why, lookAgainAt));
    }

    @Override
    public List<WatchClaim> claimWatches(String replica, Instant now, int most, Duration lease) {
        return calls.answer(() -> watches.claim(replica, now, most, lease));
    }

    @Override
    public void keepWatch(String replica, AppKey app, String source, Duration lease) {
        calls.run(() -> watches.keep(replica, app, source, lease));
    }

    @Override
    public Pursuit pursuit(AppKey app) {
        return calls.answer(() -> reader.pursuit(app));
    }

    @Override
    public void observe(
            AppKey app, String source, List<Observed> answers, Instant now, Instant askAgainAt, int failures) {
        transactions.run(() -> {
            if (!answers.isEmpty()) {
                observe(app, answers, now);
            }
            watches.asked(app, source, askAgainAt, failures);
        });
    }

    private void observe(AppKey app, List<Observed> answers, Instant now) {
        List<SubjectId> about =
                answers.stream().map(o -> o.answer().topic().about()).toList();
        SubjectTable.Locked locked = subjects.lock(app, List.of(), about, false);
        List<SignalTable.Told> told = signals.keep(app, answers);
        subjects.wake(locked.concerned(told), now);
        if (told.stream().anyMatch(SignalTable.Told::somethingNew)) {
            notices.changed(app);
        }
    }

    @Override
    public void askNow(AppKey app, String source, Instant now) {
        calls.run(() -> watches.askNow(app, source, now));
    }

    @Override
    public void keepPolicy(Policy policy) {
        calls.run(() -> policies.keep(policy));
    }

    @Override
    public Optional<Policy> policy(String hash) {
        return calls.answer(() -> policies.of(hash));
    }

    @Override
    public List<Kept> journal(AppKey app, long after, int most) {
        return calls.answer(() -> journal.of(app, after, most));
    }

    @Override
    public List<Kept> journalOf(SubjectId subject, int most) {
        return calls.answer(() -> journal.of(subject, most));
    }

    @Override
    public Duration oldestWait(Instant now) {
        return calls.answer(() -> leases.oldestWait(now));
    }
}
