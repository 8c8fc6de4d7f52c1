package io.signalbox.engine.board;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything about one track, for one reader. Carries instants, never ages. */
public record TrackPage(
        Instant asOf,
        String app,
        String appName,
        String zone,
        Board.TrackRow row,
        String policy,
        Optional<Rc> candidate,
        List<Station> stations,
        List<MoveView> moves,
        List<Condition> watched,
        List<QuestionView> questions,
        List<HoldView> holds,
        List<DestinationView> destinations,
        List<Blocker> blockers,
        List<TeamWord> signOffs,
        Submission submission,
        List<ActView> acts,
        List<LogLine> log) {

    /** The candidate. */
    public record Rc(String title, String build, String commit, Instant namedAt, List<File> files) {
        public record File(String slot, String digest) {}
    }

    /**
     * One of the seven states.
     *
     * @param enteredAt when it was last entered
     * @param seconds how long the track has been in it in all
     * @param times how often it was entered
     */
    public record Station(
            String name, boolean current, Optional<Instant> enteredAt, String by, long seconds, int times) {}

    /**
     * A move that lies ahead, with its guard.
     *
     * @param proposal the fingerprint to confirm, if the Robot waits for a yes
     */
    public record MoveView(
            String place,
            String placeName,
            String move,
            String verb,
            String mode,
            boolean acts,
            List<String> inTheWay,
            List<Condition> conditions,
            Optional<String> proposal) {}

    /**
     * A criterion as found.
     *
     * @param verdict the domain's verdict
     * @param asOf the source's time
     * @param accepted by whom and why it need not be met
     */
    public record Condition(
            String key,
            String name,
            String explained,
            Status status,
            String verdict,
            String now,
            String needs,
            Optional<String> why,
            String turn,
            Optional<String> source,
            Optional<Instant> asOf,
            Instant since,
            Optional<String> accepted,
            Optional<Instant> changesAt) {}

    public record QuestionView(
            String id,
            String text,
            String evidence,
            Instant askedAt,
            Optional<String> answer,
            Optional<String> by,
            Optional<String> reason) {}

    public record HoldView(String slot, String text, Instant since) {}

    /**
     * A store or channel.
     *
     * @param state what is on record
     * @param shows what the store itself says, and as of when
     * @param limits what it cannot do, for people
     */
    public record DestinationView(
            String key,
            String name,
            String state,
            Instant since,
            Optional<String> shows,
            Optional<Instant> showsAsOf,
            String limits,
            List<ActionView> actions) {}

    /** An action: asked, accepted by the store, confirmed by reading, each with its time. */
    public record ActionView(
            int number,
            String effect,
            boolean stop,
            Instant asked,
            Optional<Instant> sent,
            Optional<Instant> accepted,
            Optional<Instant> ended,
            String state,
            String detail) {}

    public record Blocker(
            String key, String title, String standing, Optional<String> owner, Instant since, Optional<URI> link) {}

    public record TeamWord(
            String team,
            String name,
            String standing,
            Optional<String> by,
            Optional<Instant> at,
            Optional<URI> link,
            String what) {}

    /**
     * What goes to the stores beside the build.
     *
     * @param notes written or asked for; what nobody has written is empty
     * @param answers given or asked for
     */
    public record Submission(int revision, List<Note> notes, List<Answer> answers) {
        public record Note(String locale, String text) {}

        public record Answer(String name, boolean given) {}
    }

    /** Something that could be done, and why it would be refused now. */
    public record ActView(
            String name,
            String target,
            boolean allowed,
            Optional<String> code,
            Optional<String> why,
            List<String> unmet) {}

    public record LogLine(long sequence, Instant at, String by, String text) {}
}
