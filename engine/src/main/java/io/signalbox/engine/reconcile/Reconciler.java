package io.signalbox.engine.reconcile;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.Settings;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.CommitUnknown;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.StorageDown;
import io.signalbox.engine.storage.UnreadableRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Looks at due subjects. Level-triggered: whatever was lost or doubled on the way here, the next look sees the whole. */
public final class Reconciler {
    private final Storage storage;
    private final Pictures pictures;
    private final Connectors connectors;
    private final InstantSource clock;
    private final Settings settings;

    public Reconciler(
            Storage storage, Pictures pictures, Connectors connectors, InstantSource clock, Settings settings) {
        this.storage = storage;
        this.pictures = pictures;
        this.connectors = connectors;
        this.clock = clock;
        this.settings = settings;
    }

    public List<Claim> claim(int most) {
        return storage.claim(settings.replica(), clock.instant(), most, settings.lease());
    }

    /**
     * Looks at a claimed subject and keeps what is concluded.
     *
     * @return the actions that now wait to be sent; none if the look was not kept
     */
    public List<ActionId> look(Claim claim) {
        Optional<Snapshot> snapshot;
        try {
            snapshot = storage.read(claim.subject());
        } catch (UnreadableRecord e) {
            return park(claim, e, clock.instant());
        }
        if (snapshot.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Look look;
        try {
            look = Look.at(snapshot.get(), pictures, Optional.empty(), now);
        } catch (StorageDown e) {
            // Its policy may be there alone. That is no fault of the record.
            throw e;
        } catch (RuntimeException e) {
            return park(claim, e, now);
        }
        return keep(look, claim, now);
    }

    /** One record that cannot be understood must not stop the others: it is set aside and said so. */
    private List<ActionId> park(Claim claim, RuntimeException why, Instant now) {
        storage.park(claim.subject(), String.valueOf(why.getMessage()), now, now.plus(settings.parkFor()));
        return List.of();
    }

    private List<ActionId> keep(Look look, Claim claim, Instant now) {
        Commit commit;
        try {
            commit = storage.commit(Changes.of(look, Optional.of(claim.epoch()), look.changed(), List.of(), now));
        } catch (CommitUnknown e) {
            // Kept or not: the subject is still due or will be, and the next look sees which.
            return List.of();
        }
        return switch (commit) {
            case Commit.Done _ -> {
                hurry(look, claim.subject().app(), now);
                yield look.planned().stream().map(Action::id).toList();
            }
            case Commit.Conflict _, Commit.Fenced _, Commit.Repeated _ -> List.of();
        };
    }

    /** A source that is wanted sooner than before is asked now. */
    private void hurry(Look look, AppKey app, Instant now) {
        Attention before = look.before().row().attention();
        if (before.equals(look.attention())) {
            return;
        }
        for (Source source : connectors.sources(app)) {
            boolean sooner = source.kinds().stream()
                    .anyMatch(kind -> look.attention()
                            .of(kind)
                            .filter(pace -> before.of(kind)
                                    .filter(was -> was.compareTo(pace) <= 0)
                                    .isEmpty())
                            .isPresent());
            if (sooner) {
                storage.askNow(app, source.name(), now);
            }
        }
    }
}
