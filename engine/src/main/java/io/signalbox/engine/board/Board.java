package io.signalbox.engine.board;

import io.signalbox.domain.track.Stage;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The overview of one app. Carries instants, never ages: it is right however long it is shown.
 *
 * @param asOf when the snapshot was taken
 * @param outdated why it could not be made anew since, though it should have been; see {@link Outdated}
 * @param statement one sentence that answers "does anything need me?"
 * @param needs decisions that wait for a person, worst first
 * @param cycles releases that have no tracks, newest first
 */
public record Board(
        String app,
        String name,
        String zone,
        Instant asOf,
        Optional<String> outdated,
        Robot robot,
        Counts counts,
        String statement,
        List<Need> needs,
        List<Section> sections,
        List<Cycle> cycles,
        List<Next> next,
        List<SourceState> sources,
        Optional<Departure> departure) {

    /** The same as of another instant: what nothing has changed in. */
    public Board at(Instant when) {
        return new Board(
                app, name, zone, when, outdated, robot, counts, statement, needs, sections, cycles, next, sources,
                departure);
    }

    /** Whether the Robot is on for the app; if not, who turned it off and why. */
    public record Robot(
            boolean on, Optional<String> by, Optional<String> reason, Optional<Instant> since, List<Armed> moves) {}

    /** How far the Robot may go with a move. */
    public record Armed(String move, String mode) {}

    /** How many tracks, and releases without tracks, stand how; they add up to all of them. */
    public record Counts(int needs, int noData, int waiting, int ready, int notApplicable) {
        /** @param unreadable those that are in no row, because nothing can be concluded for them: a person must mend them */
        static Counts of(List<Section> sections, List<Cycle> cycles, int unreadable) {
            List<Status> all = Stream.concat(
                            sections.stream().flatMap(s -> s.rows().stream()).map(TrackRow::status),
                            cycles.stream().map(Cycle::status))
                    .toList();
            return new Counts(
                    unreadable + Collections.frequency(all, Status.NEEDS),
                    Collections.frequency(all, Status.NO_DATA),
                    Collections.frequency(all, Status.WAITING),
                    Collections.frequency(all, Status.READY),
                    Collections.frequency(all, Status.NOT_APPLICABLE));
        }

        /** Once nothing of it is known to be so still. */
        Counts outdated() {
            return new Counts(needs, noData + waiting + ready, 0, 0, notApplicable);
        }
    }

    /**
     * A decision that waits for a person.
     *
     * @param track what it is about; a release where it is about no single track
     * @param turn whose it is
     * @param act the command to the track or to its release that answers it, with its target
     */
    public record Need(
            String track,
            String title,
            String text,
            String evidence,
            String turn,
            Instant since,
            Optional<Act> act,
            String label) {}

    public record Act(String name, String target) {}

    /** Production, current, or upcoming. */
    public record Section(Part part, List<ReleaseHead> releases, List<TrackRow> rows) {
        public enum Part {
            PRODUCTION,
            CURRENT,
            UPCOMING
        }
    }

    /** A release, its goals, and what its manager should know. */
    public record ReleaseHead(String version, List<Goal> goals, List<Warning> warnings, Instant opened) {}

    /**
     * A milestone of the plan.
     *
     * @param actual when it was reached, on the platform that was last to reach it
     */
    public record Goal(String milestone, Instant planned, Optional<Instant> actual) {}

    public record Warning(String text, Instant at) {}

    /**
     * One track on one line.
     *
     * @param shown which of the seven states people see
     * @param station 0 to 4: branched, candidate, in review, first step, everyone; -1 before
     * @param progress 0 to 1 of the way to the next station
     * @param place what stands under the rail: {@code 1 %, 11 h 15 of 24 h}
     */
    public record TrackRow(
            String track,
            String version,
            String platform,
            String title,
            long revision,
            Stage stage,
            String shown,
            Status status,
            String sentence,
            String robotLine,
            int station,
            double progress,
            String place,
            Instant since,
            List<Cell> cells) {}

    /**
     * One of the seven signals.
     *
     * @param second a second line of at most 15 characters; may be empty
     * @param title a sentence with source and time
     * @param asOf the source's time of what it shows, if it has a source
     */
    public record Cell(
            Column column, Status status, String value, String second, String title, Optional<Instant> asOf) {
        public enum Column {
            BLOCKERS,
            BUILD,
            TESTS,
            SIGN_OFFS,
            CRASHES,
            REVIEW,
            ROLLOUT
        }

        static Cell notApplicable(Column column) {
            return notApplicable(column, "Does not apply yet.");
        }

        static Cell notApplicable(Column column, String title) {
            return new Cell(column, Status.NOT_APPLICABLE, "–", "", title, Optional.empty());
        }
    }

    /**
     * A release without tracks, in one repository.
     *
     * @param sentence why it is where it is
     * @param robotLine what the Robot does next
     * @param last the release before it, as the repository shows it
     * @param commits how many came to main since the last cut; of a branched release those up to its cut
     * @param people how many wrote them
     * @param authors those who wrote most, at most three
     * @param newest the newest of the commits
     * @param whole whether {@code commits} goes all the way back to the last cut
     * @param due when the branch is to be cut
     * @param asOf when the repository was read
     */
    public record Cycle(
            String version,
            String repository,
            Status status,
            String sentence,
            String robotLine,
            Optional<Last> last,
            int commits,
            int people,
            List<String> authors,
            List<ReleasePage.Change> newest,
            boolean whole,
            Instant due,
            Optional<String> branch,
            Optional<Instant> cutAt,
            Optional<Instant> asOf) {}

    /**
     * A release that was.
     *
     * @param name of its tag; of its branch, if it has no tag
     */
    public record Last(String version, String name, Instant at) {}

    /**
     * Something that is coming.
     *
     * @param track what it is about; a release where it is about no single track
     * @param at no sooner than then
     * @param after what else it waits for than time
     * @param certainty whether it will happen, depends on something else, or is held by a person's answer
     */
    public record Next(Instant at, String track, String title, String text, List<String> after, Certainty certainty) {
        public Next {
            after = List.copyOf(after);
        }

        public enum Certainty {
            WILL,
            DEPENDS,
            HELD
        }
    }

    /** @param asOf the oldest of its newest readings, by its own time */
    public record SourceState(
            String name, State state, Optional<Instant> asOf, Optional<Instant> failingSince, String message) {
        public enum State {
            FRESH,
            STALE,
            FAILING
        }
    }

    /** The train's next departure. */
    public record Departure(String date, Instant at, String version) {}
}
