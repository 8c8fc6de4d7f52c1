package io.signalbox.domain.train;

import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.version.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The recurring departure of an app's releases.
 *
 * @param createdAt when it came to be known here; cycles before the one that was then under way are not made up for
 * @param cycles every one opened, oldest first
 */
public record Train(
        TrainId id, Instant createdAt, List<CalendarException> exceptions, List<Cycle> cycles, Switches switches) {
    public Train {
        exceptions = List.copyOf(exceptions);
        cycles = List.copyOf(cycles);
    }

    public static Train created(TrainId id, Instant at) {
        return new Train(id, at, List.of(), List.of(), Switches.FRESH);
    }

    public Optional<CalendarException> exception(LocalDate date) {
        return exceptions.stream().filter(e -> e.date().equals(date)).findFirst();
    }

    public boolean opened(LocalDate date) {
        return cycles.stream().anyMatch(c -> c.date().equals(date));
    }

    public Optional<Version> newestVersion() {
        return cycles.isEmpty()
                ? Optional.empty()
                : Optional.of(cycles.getLast().version());
    }

    public Train with(Cycle cycle) {
        List<Cycle> now = new ArrayList<>(cycles);
        now.add(cycle);
        return new Train(id, createdAt, exceptions, now, switches);
    }

    public Train with(CalendarException exception) {
        List<CalendarException> now = new ArrayList<>(exceptions);
        now.removeIf(e -> e.date().equals(exception.date()));
        now.add(exception);
        return new Train(id, createdAt, now, cycles, switches);
    }

    public Train with(Switches now) {
        return new Train(id, createdAt, exceptions, cycles, now);
    }
}
