package io.signalbox.domain.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of a track.
 *
 * @param path every stage entered, oldest first, the current one last; never empty
 * @param closedAt when watching it ended
 */
public record Course(List<StageEntry> path, Optional<Cancellation> cancelled, Optional<Instant> closedAt) {
    public Course {
        path = List.copyOf(path);
    }

    public static Course upcoming(Instant at) {
        return new Course(List.of(new StageEntry(Stage.UPCOMING, at, "Robot")), Optional.empty(), Optional.empty());
    }

    public Stage stage() {
        return path.getLast().stage();
    }

    public Instant since() {
        return path.getLast().at();
    }

    public boolean ended() {
        return cancelled.isPresent() || closedAt.isPresent();
    }

    public Course to(Stage stage, Instant at, String by) {
        if (stage == stage()) {
            return this;
        }
        List<StageEntry> longer = new ArrayList<>(path);
        longer.add(new StageEntry(stage, at, by));
        return new Course(longer, cancelled, closedAt);
    }

    public Course cancelled(Cancellation cancellation) {
        return new Course(path, Optional.of(cancellation), closedAt);
    }

    public Course closed(Instant at) {
        return new Course(path, cancelled, Optional.of(at));
    }
}
