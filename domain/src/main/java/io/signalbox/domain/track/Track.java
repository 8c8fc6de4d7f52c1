package io.signalbox.domain.track;

import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.subject.SubjectId.TrackId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Platform + version: the unit that the Robot moves.
 *
 * @param destinations one for each destination of the platform, in its order
 */
public record Track(
        TrackId id,
        Course course,
        Optional<Candidate> candidate,
        List<DestinationProgress> destinations,
        Said said,
        Memory memory) {
    public Track {
        destinations = List.copyOf(destinations);
    }

    public static Track upcoming(TrackId id, Platform platform, Instant at) {
        List<DestinationProgress> unsent = platform.destinations().stream()
                .map(d -> new DestinationProgress(d.key(), new DestinationState.Unsent(at), Optional.empty()))
                .toList();
        return new Track(id, Course.upcoming(at), Optional.empty(), unsent, Said.NOTHING, Memory.BLANK);
    }

    public Stage stage() {
        return course.stage();
    }

    public boolean cancelled() {
        return course.cancelled().isPresent();
    }

    public boolean anyOut() {
        return destinations.stream().anyMatch(d -> d.state().isOut());
    }

    /** @throws IllegalArgumentException if the track has no such destination */
    public DestinationProgress destination(DestinationKey key) {
        for (DestinationProgress destination : destinations) {
            if (destination.key().equals(key)) {
                return destination;
            }
        }
        throw new IllegalArgumentException("track %s has no destination %s".formatted(id, key));
    }

    public Track with(Course course) {
        return new Track(id, course, candidate, destinations, said, memory);
    }

    public Track with(Candidate candidate) {
        return new Track(id, course, Optional.of(candidate), destinations, said, memory);
    }

    public Track with(Said said) {
        return new Track(id, course, candidate, destinations, said, memory);
    }

    public Track with(Memory memory) {
        return new Track(id, course, candidate, destinations, said, memory);
    }

    public Track with(DestinationProgress progress) {
        List<DestinationProgress> now = destinations.stream()
                .map(d -> d.key().equals(progress.key()) ? progress : d)
                .toList();
        return new Track(id, course, candidate, now, said, memory);
    }

    public Track withSaid(UnaryOperator<Said> change) {
        return with(change.apply(said));
    }
}
