package io.signalbox.domain.wording;

import io.signalbox.domain.action.Effect;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.reason.Turn;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Question;
import java.time.ZoneId;
import java.util.Locale;

/** What stands in the way of a move, and what moves and states are called. */
public final class WayWords {
    private final ZoneId zone;

    public WayWords(ZoneId zone) {
        this.zone = zone;
    }

    /** One sentence: cause, then consequence. */
    public String sentence(Reason.InTheWay reason) {
        return switch (reason) {
            case Reason.Held held -> hold(held.hold());
            case Reason.RobotOff off ->
                "Robot is off: " + said(off.word().by(), off.word().reason());
            case Reason.Cancelled c -> "Cancelled: " + said(c.by(), c.reason());
            case Reason.UnderWay u ->
                "%s is under way since %s.".formatted(upper(words(u.effect())), Amounts.at(u.since(), zone));
            case Reason.InDoubt d ->
                "Nobody knows whether %s happened; the store is being read.".formatted(words(d.effect()));
            case Reason.Observes _ -> "The Robot only observes: this move is not armed.";
            case Reason.AwaitsYes yes -> "Waits for a yes: %d of %d given.".formatted(yes.have(), yes.needed());
            case Reason.CallRefused refused ->
                "%s was refused: %s"
                                .formatted(
                                        upper(words(refused.trouble().effect())),
                                        refused.trouble().text())
                        + refused.nextTry()
                                .map(at -> " Next try " + Amounts.at(at, zone) + ".")
                                .orElse("");
            case Reason.PublishInConsole publish ->
                "Approved: publish it in the console of " + publish.destination() + ".";
            case Reason.StoreGoesLive _ -> "Approved: the store is about to go live.";
            case Reason.NewCandidateNeeded _ -> "The build was refused: a new candidate is needed.";
            case Reason.NoGuard _ -> "The policy has no guard for this move, so it is never made.";
            case Reason.InReview review -> "In review since " + Amounts.at(review.since(), zone) + ".";
            case Reason.RefusedByStore refused -> "Rejected: " + refused.text();
        };
    }

    public String hold(Hold hold) {
        return switch (hold) {
            case Hold.Paused paused -> "Paused by " + said(paused.by(), paused.reason());
            case Hold.Guarded guarded ->
                "%s went live although its guard was not met: stopped.".formatted(guarded.destination());
            case Hold.RobotOff off -> "Robot is off here: " + said(off.by(), off.reason());
            case Hold.Drift drift ->
                "%s shows %s, Signalbox knew %s."
                        .formatted(drift.destination(), found(drift.found()), state(drift.mine()));
        };
    }

    private static String said(String by, String reason) {
        return reason.isBlank() ? by + "." : "%s: \"%s\"".formatted(by, reason);
    }

    private static String words(String name) {
        return name.replace('-', ' ');
    }

    private static String upper(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static String found(StoreReading.State state) {
        return switch (state) {
            case StoreReading.NotSent _ -> "nothing of it";
            case StoreReading.InReview _ -> "it in review";
            case StoreReading.Approved _ -> "it approved";
            case StoreReading.Rejected _ -> "it rejected";
            case StoreReading.Live live -> live.exposure() + (live.stopped() ? ", stopped" : "");
            case StoreReading.Replaced _ -> "a newer version";
        };
    }

    public static String state(DestinationState state) {
        return switch (state) {
            case DestinationState.Unsent _ -> "not sent";
            case DestinationState.InReview _ -> "in review";
            case DestinationState.Refused _ -> "rejected";
            case DestinationState.Approved _ -> "approved";
            case DestinationState.Exposed out -> out.exposure() + motion(out.motion());
            case DestinationState.Everyone out -> "100 %" + motion(out.motion());
            case DestinationState.Gone gone -> gone.why();
        };
    }

    private static String motion(Motion motion) {
        return switch (motion) {
            case RUNNING -> "";
            case FROZEN -> ", kept from advancing";
            case HALTED -> ", stopped";
        };
    }

    /** What a move does: {@code submits}, {@code goes to 100 %}. */
    public static String verb(Move move) {
        return switch (move) {
            case BUMP -> "bumps main";
            case CUT -> "cuts the branch";
            case CANDIDATE -> "names the final candidate";
            case SUBMIT -> "submits";
            case FIRST_STEP -> "starts the rollout";
            case NEXT_STEP -> "raises the rollout";
            case EVERYONE -> "goes to 100 %";
            case RESUME -> "resumes";
        };
    }

    /** What an effect does at its place. */
    public static String effect(Effect effect) {
        return switch (effect) {
            case Effect.Submit submit -> "submits build %s to %s".formatted(submit.build(), submit.destination());
            case Effect.Expose expose -> "sets %s to %s".formatted(expose.destination(), expose.exposure());
            case Effect.Resume resume -> "resumes %s at %s".formatted(resume.destination(), resume.exposure());
            case Effect.Halt halt -> "stops " + halt.destination();
            case Effect.Withdraw withdraw -> "withdraws from " + withdraw.destination();
            case Effect.Bump bump -> "bumps main of %s to %s".formatted(bump.repository(), bump.version());
            case Effect.CutBranch cut ->
                "cuts %s from %s".formatted(cut.branch(), cut.from().brief());
            case Effect.Tag tag -> "tags %s as %s".formatted(tag.commit().brief(), tag.tag());
        };
    }

    /** The question as it is asked. */
    public static String question(Question.Topic topic) {
        return switch (topic) {
            case Question.RegionalCrash crash -> "Do the crashes in %s block the release?".formatted(crash.country());
            case Question.AskedByPerson asked -> asked.text();
        };
    }

    /** What is known about the question. */
    public static String evidence(Question.Topic topic) {
        return switch (topic) {
            case Question.RegionalCrash crash ->
                "%s of %s crashes of this version are there."
                        .formatted(Amounts.count(crash.crashesThere()), Amounts.count(crash.crashesInAll()));
            case Question.AskedByPerson asked -> "Asked by " + asked.by() + ".";
        };
    }

    /** Whose turn it is: {@code the release manager}, {@code teams search and playback}. */
    public static String turn(Turn turn) {
        String names = Amounts.few(turn.names());
        return switch (turn.whose()) {
            case NOBODY -> "nobody";
            case ROBOT -> "the Robot";
            case RELEASE_MANAGER -> "the release manager";
            case TEAM -> names.isEmpty() ? "a team" : names;
            case STORE -> "the store";
            case SOURCE -> names.isEmpty() ? "a source" : names;
            case SERVICE -> names.isEmpty() ? "a service" : "the service that reports " + names;
            case CI -> "CI";
            case TIME -> "time";
        };
    }
}
