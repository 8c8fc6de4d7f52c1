package io.signalbox.engine.board;

import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.wording.WayWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of a track that is not over is not configured any more: nothing is read or done there, and nobody may take it for being watched.
 *
 * @param evidence where the version is there, by the record; may be empty
 */
record OutOfReach(Status status, String sentence, String evidence) {
    static Optional<OutOfReach> of(Looked looked) {
        if (looked.track().course().ended()) {
            return Optional.empty();
        }
        List<DestinationProgress> sent = looked.picture().outOfReach();
        String evidence = sent.stream()
                .map(d -> "%s: %s".formatted(d.key(), WayWords.state(d.state())))
                .collect(Collectors.joining(", "));
        if (!looked.picture().configured()) {
            boolean released = looked.stage() == Stage.RELEASED;
            return Optional.of(new OutOfReach(
                    released ? Status.NOT_APPLICABLE : Status.NEEDS,
                    "Its platform is not configured any more: "
                            + (released ? "not watched." : "nothing is done for it."),
                    evidence));
        }
        return sent.isEmpty()
                ? Optional.empty()
                : Optional.of(new OutOfReach(
                        Status.NEEDS,
                        "%s is not configured any more: nothing is read or stopped there."
                                .formatted(sent.getFirst().key()),
                        evidence));
    }
}
