package io.signalbox.audit;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Rung;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** S8, S9 and S11: rungs are climbed one at a time and soaked, what is cancelled stays so, what people did stays. */
final class PathChecks {
    /** What a reading shows may have come about while it was read, just after the instant that it is of. */
    private static final Duration A_READING = Duration.ofSeconds(5);

    /** What the journal calls the decision of a halt that only keeps a store from advancing by itself. */
    private static final String FREEZE = "freeze";

    private PathChecks() {}

    /**
     * S8: a rung is left only after the version ran on it for as long as the policy says, by the outside's own log as it was when the store
     * was seen.
     */
    static List<Violation> rungsAreSoaked(History history) {
        List<Violation> found = new ArrayList<>();
        for (History.Sent sent : history.sent()) {
            if (sent.action().effect() instanceof Effect.Expose expose && expose.rung() > 0) {
                Rung before = history.process(sent.subject()).ladder().get(expose.rung() - 1);
                Instant seen = storeSeen(sent).orElse(sent.at());
                Ran ran = Ran.until(
                        history, sent.subject(), sent.action().effect().place(), seen);
                boolean there = ran.share
                        .filter(s -> s.compareTo(before.exposure().share()) >= 0)
                        .isPresent();
                Duration soaked =
                        ran.since.map(s -> Duration.between(s, sent.at())).orElse(Duration.ZERO);
                if (!there || soaked.plus(A_READING).compareTo(before.soak()) < 0) {
                    found.add(new Violation(
                            "S8",
                            sent.at(),
                            "%s leaves rung %d after %s at %s"
                                    .formatted(sent.name(), expose.rung() - 1, soaked, ran.share)));
                }
            }
        }
        return found;
    }

    /**
     * To what share a place offered a version, and since when without a break. That the Robot keeps a store from advancing by itself is no
     * break: those who have the version go on using it, and nothing is wrong with it.
     */
    private record Ran(Optional<Share> share, Optional<Instant> since) {
        static Ran until(History history, SubjectId subject, String place, Instant at) {
            Ran ran = new Ran(Optional.empty(), Optional.empty());
            for (Outside event : history.outside()) {
                Optional<Outside.Exposed> now = made(event, subject, place);
                if (!event.at().isAfter(at) && now.isPresent()) {
                    Optional<Instant> since = ran.since.isPresent() ? ran.since : Optional.of(event.at());
                    boolean goesOn = now.get().reach() > 0 || isFreeze(history, event);
                    ran = new Ran(now.get().share(), goesOn ? since : Optional.empty());
                }
            }
            return ran;
        }
    }

    private static boolean isFreeze(History history, Outside event) {
        return event instanceof Outside.Applied applied
                && history.sent(applied)
                        .filter(s -> s.action().decision().equals(FREEZE))
                        .isPresent();
    }

    /** What an event made of a place; empty if it is about another. */
    private static Optional<Outside.Exposed> made(Outside event, SubjectId subject, String place) {
        return switch (event) {
            case Outside.Applied a
            when a.subject().equals(subject) && a.place().equals(place) -> Optional.of(a.after());
            case Outside.Moved m when m.subject().equals(subject) && m.place().equals(place) -> Optional.of(m.after());
            case Outside.Applied _, Outside.Moved _, Outside.CallBegan _, Outside.Truth _ -> Optional.empty();
        };
    }

    /** S8: a decision plans at most one forward move for a place. */
    static List<Violation> oneMoveADecision(History history) {
        List<Violation> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Kept kept : history.journal()) {
            Entry entry = kept.entry();
            if (entry.fact() instanceof Fact.Happened happened
                    && happened.what() instanceof Happening.ActionPlanned planned
                    && planned.action().effect().lane() == Lane.GO
                    && !seen.add(entry.subject() + planned.action().effect().place() + entry.at())) {
                found.add(new Violation("S8", entry.at(), "two moves in one decision: " + planned.action()));
            }
        }
        return found;
    }

    /** S9: nothing of a cancelled track goes forward any more. */
    static List<Violation> cancelledIsForGood(History history) {
        List<Violation> found = new ArrayList<>();
        Set<SubjectId> cancelled = new HashSet<>();
        for (Kept kept : history.journal()) {
            Entry entry = kept.entry();
            if (entry.fact() instanceof Fact.Commanded given && given.command() instanceof Command.Cancel) {
                cancelled.add(entry.subject());
            } else if (entry.fact() instanceof Fact.Sent sent
                    && sent.action().effect().lane() == Lane.GO
                    && cancelled.contains(entry.subject())) {
                found.add(new Violation("S9", entry.at(), sent.action().id() + " goes forward, cancelled before"));
            }
        }
        return found;
    }

    /**
     * S11: after a person turned something in a store's console, and the store was seen since, nothing goes forward there until a
     * person says so. What nobody can tell apart is left out: a call of which nothing was heard may not have arrived, or been undone.
     */
    static List<Violation> whatPeopleDidStays(History history) {
        List<Violation> found = new ArrayList<>();
        for (History.Sent sent : history.sent()) {
            if (!sent.forward()) {
                continue;
            }
            Optional<Instant> seen = storeSeen(sent);
            Optional<Instant> turned = lastTurned(history, sent);
            boolean knew =
                    seen.isPresent() && turned.filter(seen.get()::isAfter).isPresent();
            if (knew && !spokenSince(history, sent, turned.get())) {
                found.add(new Violation(
                        "S11",
                        sent.at(),
                        "%s overwrites what a person did at %s".formatted(sent.name(), turned.get())));
            }
        }
        return found;
    }

    private static Optional<Instant> storeSeen(History.Sent sent) {
        return sent.guard().stream()
                .filter(f -> f.criterion() instanceof Criterion.StoreSeen)
                .map(Finding::source)
                .flatMap(Optional::stream)
                .map(s -> s.asOf())
                .findFirst();
    }

    private static Optional<Instant> lastTurned(History history, History.Sent sent) {
        Outside.Exposed before = Outside.Exposed.NOBODY;
        Optional<Instant> turned = Optional.empty();
        String place = sent.action().effect().place();
        for (Outside event : history.outside()) {
            Optional<Outside.Exposed> after = made(event, sent.subject(), place);
            if (event.at().isBefore(sent.at()) && after.isPresent()) {
                boolean byPerson = event instanceof Outside.Moved moved && moved.byPerson();
                turned = byPerson && !after.get().equals(before) ? Optional.of(event.at()) : turned;
                before = after.get();
            }
        }
        return turned;
    }

    private static boolean spokenSince(History history, History.Sent sent, Instant turned) {
        return history.journal().stream()
                .map(Kept::entry)
                .filter(e -> e.at().isAfter(turned) && !e.at().isAfter(sent.at()))
                .anyMatch(e -> arms(e.fact(), history, sent)
                        || (e.subject().equals(sent.subject())
                                && (letsGoOn(e.fact()) || doubtEnded(e.fact(), history, sent))));
    }

    /** While the Robot only observes, people move the release, and what they did is the truth from which it goes on once it is armed. */
    private static boolean arms(Fact fact, History history, History.Sent sent) {
        return fact instanceof Fact.Commanded given
                && given.command() instanceof Command.Arm arm
                && arm.mode() != Mode.OBSERVE
                && history.move(sent).filter(m -> m.move() == arm.move()).isPresent();
    }

    private static boolean letsGoOn(Fact fact) {
        return fact instanceof Fact.Commanded given
                && (given.command() instanceof Command.Adopt
                        || given.command() instanceof Command.Resume
                        || given.command() instanceof Command.TryAgain);
    }

    private static boolean doubtEnded(Fact fact, History history, History.Sent sent) {
        return fact instanceof Fact.Happened(Happening.ActionEnded ended)
                && ended.effect().place().equals(sent.action().effect().place())
                && ended.state() instanceof ActionState.Rejected
                && history.doubted(sent.subject(), ended.action());
    }
}
