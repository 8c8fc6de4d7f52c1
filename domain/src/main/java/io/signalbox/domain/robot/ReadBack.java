package io.signalbox.domain.robot;

import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.StoreReading;
import java.util.Optional;

/** Whether a reading shows an effect. */
final class ReadBack {
    private ReadBack() {}

    static boolean shows(Effect effect, Reading reading) {
        return switch (effect) {
            case Effect.AtDestination at -> reading instanceof StoreReading store && atStore(at, store);
            case Effect.InRepository in ->
                reading instanceof RepositoryReading repository && inRepository(in, repository);
        };
    }

    /** Whether a reading shows that an effect cannot happen any more: what went live cannot be withdrawn. */
    static boolean refutes(Effect effect, Reading reading) {
        return effect instanceof Effect.Withdraw
                && reading instanceof StoreReading store
                && store.state() instanceof StoreReading.Live;
    }

    private static boolean atStore(Effect.AtDestination effect, StoreReading store) {
        boolean ours = store.build().filter(effect.build()::equals).isPresent();
        return switch (effect) {
            case Effect.Submit _ -> ours && !(store.state() instanceof StoreReading.NotSent);
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
