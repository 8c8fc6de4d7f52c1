package io.signalbox.domain.robot;

import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.calendar.Plan;
import io.signalbox.domain.calendar.Schedule;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.decision.Opening;
import io.signalbox.domain.picture.TrainPicture;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.CalendarException;
import io.signalbox.domain.train.Cycle;
import io.signalbox.domain.train.Train;
import io.signalbox.domain.version.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides for a train: opens each cycle when it is due, at most one at a time, none twice. A start that was missed is made up for with
 * the plan it would have had, so that the lateness shows.
 */
public final class TrainRobot {
    /** How far ahead a departure is looked for; a train that skips more than a year is standing still. */
    private static final int HORIZON_DAYS = 400;

    private TrainRobot() {}

    /** A departure that has not happened. */
    public record Departure(LocalDate date, Instant at) {}

    public static Decision<Train> decide(TrainPicture picture, Instant now) {
        Optional<Departure> next = next(picture.app(), picture.train(), now);
        Train train = picture.train();
        if (next.isEmpty() || next.get().at().isAfter(now)) {
            return waiting(train, next.map(Departure::at));
        }
        Version version = version(picture, next.get().date());
        Cycle cycle = new Cycle(next.get().date(), version, now);
        Train after = train.with(cycle);
        Optional<Instant> then =
                next(picture.app(), after, now).map(d -> d.at().isAfter(now) ? d.at() : now.plusMillis(1));
        return new Decision<>(after, List.of(), List.of(new Happening.CycleOpened(cycle)), List.of(), List.of(), then);
    }

    private static Decision<Train> waiting(Train train, Optional<Instant> until) {
        return new Decision<>(train, List.of(), List.of(), List.of(), List.of(), until);
    }

    /**
     * The earliest departure that is neither made nor skipped; it may lie in the past. The first one is the cycle that was under way
     * when the train came to be known here.
     */
    public static Optional<Departure> next(App app, Train train, Instant now) {
        if (app.schedule().isEmpty()) {
            return Optional.empty();
        }
        Schedule schedule = app.schedule().get();
        LocalDate from = schedule.underWay(train.createdAt()).orElse(schedule.first());
        LocalDate to = now.atZone(schedule.zone()).toLocalDate().plusDays(HORIZON_DAYS);
        return Stream.iterate(schedule.dateFrom(from), d -> !d.isAfter(to), schedule::dateAfter)
                .filter(d -> isOpenTo(train, d))
                .flatMap(d -> departure(schedule, train, d).stream())
                .min(Comparator.comparing(Departure::at));
    }

    /** A departure that was not made is made up for, but not one from before the newest: then the timetable was another. */
    private static boolean isOpenTo(Train train, LocalDate date) {
        boolean postponed = train.exception(date)
                .filter(e -> e instanceof CalendarException.Postponed)
                .isPresent();
        boolean ahead = train.cycles().stream().noneMatch(c -> c.date().isAfter(date));
        return !train.opened(date) && (ahead || postponed);
    }

    private static Optional<Departure> departure(Schedule schedule, Train train, LocalDate date) {
        Optional<CalendarException> exception = train.exception(date);
        if (exception.isEmpty()) {
            return Optional.of(new Departure(date, schedule.startOn(date)));
        }
        return switch (exception.get()) {
            case CalendarException.Skipped _ -> Optional.empty();
            case CalendarException.Postponed postponed -> Optional.of(new Departure(date, postponed.to()));
        };
    }

    /** The version that the cycle of this date gets: the next after the newest that ever was, so that none is used twice. */
    public static Version version(TrainPicture picture, LocalDate date) {
        Version newest = Stream.concat(Stream.of(picture.app().before()), picture.versions().stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return picture.app().versions().next(newest, date);
    }

    /** The release and tracks of a cycle that was opened. */
    public static Opening opening(TrainPicture picture, Cycle cycle) {
        App app = picture.app();
        Instant startsAt = next(app, picture.train(), cycle.openedAt())
                .filter(d -> d.date().equals(cycle.date()))
                .map(Departure::at)
                .orElse(cycle.openedAt());
        LocalDate startDate = startsAt.atZone(app.zone()).toLocalDate();
        Plan plan = Plan.of(startDate, startsAt, app.zone(), picture.policy().plan());
        ReleaseId id = new ReleaseId(app.key(), cycle.version());
        Optional<Version> previous = picture.train().newestVersion();
        Release release = Release.opened(
                id,
                plan,
                picture.policy().hash(),
                previous,
                app.repositories().stream().map(Repository::key).toList());
        List<Track> tracks = app.platforms().stream()
                .map(p -> Track.upcoming(new TrackId(app.key(), cycle.version(), p.key()), p, cycle.openedAt()))
                .toList();
        return new Opening(release, tracks);
    }
}
