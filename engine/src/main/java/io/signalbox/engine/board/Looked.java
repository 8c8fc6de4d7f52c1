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
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.engine.storage.Snapshot;
import java.time.Instant;
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

    /** Everything that was found, each criterion once. */
    List<Finding> findings() {
        return Stream.concat(decision.outlooks().stream().flatMap(o -> o.guard().stream()), decision.watched().stream())
                .distinct()
                .toList();
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
                        .map(c -> TrackJudge.find(c, picture, Optional.<DestinationKey>empty(), now)));
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
