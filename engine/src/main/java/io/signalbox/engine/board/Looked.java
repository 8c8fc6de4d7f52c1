package io.signalbox.engine.board;

import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.criterion.TrackJudge;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.engine.storage.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A track as looked at for a page: the picture, and what is concluded for it at the instant of the page. */
record Looked(Snapshot.OfTrack snapshot, TrackPicture picture, Decision<Track> decision, Instant now) {
    Track track() {
        return decision.next();
    }

    String id() {
        return track().id().text();
    }

    Stage stage() {
        return track().stage();
    }

    /** Where the track is at each of its destinations, as concluded. */
    List<DestinationProgress> progress() {
        return concluded().progress();
    }

    private TrackPicture concluded() {
        return picture.with(track());
    }

    /** Everything that was found, each criterion once. */
    List<Finding> findings() {
        return Stream.concat(guards(), watched().stream()).distinct().toList();
    }

    private Stream<Finding> guards() {
        return decision.outlooks().stream().flatMap(o -> o.guard().stream());
    }

    /**
     * What guards no move, but is watched. That the stores can be seen is part of it for as long as anybody looks, though no move
     * lies ahead: a record that nothing confirms any more is not known to be true. Of several stores the one that is seen worst.
     */
    List<Finding> watched() {
        List<Finding> guarding = guards().toList();
        Stream<Finding> stores =
                seen(DestinationState::isSent).stream().limit(1).filter(f -> !guarding.contains(f));
        return Stream.concat(decision.watched().stream(), stores).toList();
    }

    /** Whether the stores of these destinations are seen, worst first; nothing once the track is watched no more. */
    List<Finding> seen(Predicate<DestinationState> which) {
        if (track().course().ended()) {
            return List.of();
        }
        return progress().stream()
                .filter(d -> which.test(d.state()))
                .map(d -> TrackJudge.find(new Criterion.StoreSeen(), concluded(), Optional.of(d.key()), now))
                .sorted(Comparator.comparing(Status::of))
                .toList();
    }

    /** The store's own time of what was last read from it, however long ago. */
    Optional<Instant> readAt(DestinationKey destination) {
        SignalKey key = new SignalKey(SignalKind.STORE, destination.value());
        return picture.signals()
                .find(track().id(), key)
                .flatMap(s -> s.latest().lastRead())
                .map(Observation.Read::asOf);
    }

    <C extends Criterion> Optional<Finding> finding(Class<C> type) {
        return findings().stream().filter(f -> type.isInstance(f.criterion())).findFirst();
    }

    /** A criterion of this type wherever the process uses it, judged now. */
    <C extends Criterion> Optional<Finding> judged(Class<C> type) {
        return finding(type)
                .or(() -> picture.process().moves().stream()
                        .map(MovePolicy::guard)
                        .flatMap(List::stream)
                        .filter(type::isInstance)
                        .findFirst()
                        .map(c -> TrackJudge.find(c, concluded(), Optional.<DestinationKey>empty(), now)));
    }

    /** Everything that is shown of a track: what was found for its moves, and what its signals tell whatever move comes next. */
    List<Finding> shown() {
        Stream<Finding> signals = stage().atLeast(Stage.BRANCHED)
                ? Stream.of(Criterion.NoOpenBlockers.class, Criterion.SignedOff.class, Criterion.CrashRate.class)
                        .flatMap(type -> judged(type).stream())
                : Stream.empty();
        return Stream.concat(findings().stream(), signals).distinct().toList();
    }

    /** Whether something stands in the way of a move that is not made. */
    boolean inTheWay(Predicate<Reason.InTheWay> which) {
        return waiting().stream().flatMap(o -> o.inTheWay().stream()).anyMatch(which);
    }

    /** The outlooks of moves that are not made. */
    List<Outlook> waiting() {
        return decision.outlooks().stream().filter(o -> !o.acts()).toList();
    }
}
