package io.signalbox.storage.postgres;

import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.WatchClaim;
import io.signalbox.engine.time.Ticker;
import io.signalbox.testkit.storage.ForwardingStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Storage whose leases run on a virtual ticker: those of the database are long, and are ended by hand when their time on the ticker
 * has come.
 */
final class VirtualLeases extends ForwardingStorage {
    private static final Duration LONG = Duration.ofDays(1);

    private final Stores stores;
    private final Ticker ticker;
    private final Map<String, Long> until = new TreeMap<>();

    VirtualLeases(Stores stores, Ticker ticker) {
        super(stores.database().storage());
        this.stores = stores;
        this.ticker = ticker;
    }

    @Override
    public List<Claim> claim(String replica, Instant now, int most, Duration lease) {
        endWhatIsOver();
        List<Claim> claims = super.claim(replica, now, most, LONG);
        claims.forEach(c -> until.put(c.subject().text(), ticker.nanos() + lease.toNanos()));
        return claims;
    }

    @Override
    public List<WatchClaim> claimWatches(String replica, Instant now, int most, Duration lease) {
        endWhatIsOver();
        List<WatchClaim> claims = super.claimWatches(replica, now, most, LONG);
        claims.forEach(c -> until.put(watch(c.app(), c.source()), ticker.nanos() + lease.toNanos()));
        return claims;
    }

    @Override
    public Commit commit(Change change) {
        Commit commit = super.commit(change);
        if (commit instanceof Commit.Done) {
            until.remove(change.subject().text());
        }
        return commit;
    }

    @Override
    public void observe(
            AppKey app, String source, List<Observed> answers, Instant now, Instant askAgainAt, int failures) {
        super.observe(app, source, answers, now, askAgainAt, failures);
        until.remove(watch(app, source));
    }

    private static String watch(AppKey app, String source) {
        return app + " " + source;
    }

    private void endWhatIsOver() {
        long now = ticker.nanos();
        List<String> over = new ArrayList<>();
        until.forEach((what, end) -> {
            if (now >= end) {
                over.add(what);
            }
        });
        if (!over.isEmpty()) {
            over.forEach(until::remove);
            stores.endLeases(over);
        }
    }
}
