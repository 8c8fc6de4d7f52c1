package io.signalbox.domain.robot;

import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import java.util.Optional;

/** Whether a reading shows an effect. */
final class ReadBack {
    private ReadBack() {}

    /** @param before where the destination is on record: what was refused before the call shows nothing of it */
    static boolean shows(Effect.AtDestination effect, DestinationState before, Reading reading) {
        return reading instanceof StoreReading store && atStore(effect, before, store);
    }

    static boolean shows(Effect.InRepository effect, Reading reading) {
        return reading instanceof RepositoryReading repository && inRepository(effect, repository);
    }

    /** Whether a reading shows that an effect cannot happen any more: what went live cannot be withdrawn. */
    static boolean refutes(Effect effect, Reading reading) {
        return effect instanceof Effect.Withdraw
                && reading instanceof StoreReading store
                && store.state() instanceof StoreReading.Live;
    }

    private static boolean atStore(Effect.AtDestination effect, DestinationState before, StoreReading store) {
        boolean ours = store.build().filter(effect.build()::equals).isPresent();
        return switch (effect) {
            case Effect.Submit _ -> ours && arrived(before, store.state());
            case Effect.Expose expose ->
                ours
                        && live(store)
                                .filter(l -> reached(l.exposure(), expose.exposure()))
                                .isPresent();
            case Effect.Resume _ ->
                ours && live(store).filter(l -> !l.stopped()).isPresent();
            case Effect.Halt _ -> live(store).map(StoreReading.Live::stopped).orElse(true);
            case Effect.Withdraw _ -> store.state() instanceof StoreReading.NotSent;
        };
    }

    private static boolean arrived(DestinationState before, StoreReading.State state) {
        boolean maybeOld = before instanceof DestinationState.Refused && state instanceof StoreReading.Rejected;
        return !(state instanceof StoreReading.NotSent) && !maybeOld;
    }

    private static Optional<StoreReading.Live> live(StoreReading store) {
        return store.state() instanceof StoreReading.Live live ? Optional.of(live) : Optional.empty();
    }

    /** A share that the store has meanwhile raised by itself was reached too. */
    private static boolean reached(Exposure found, Exposure wanted) {
        return found.markets().equals(wanted.markets()) && found.share().compareTo(wanted.share()) >= 0;
    }

    private static boolean inRepository(Effect.InRepository effect, RepositoryReading repository) {
        return switch (effect) {
            case Effect.Bump bump ->
                repository.mainVersion().filter(bump.version()::equals).isPresent();
            case Effect.CutBranch _ -> repository.branch().isPresent();
            case Effect.Tag _ -> repository.tagged();
        };
    }
}
