package io.signalbox.domain.policy;

import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.Markets;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.calendar.Hours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a process can be carried out with the destinations of an app. */
public final class Fit {
    private Fit() {}

    /** What does not fit, in words for the one who writes the policy; empty if all does. */
    public static List<String> faults(App app, Policy policy) {
        List<String> faults = new ArrayList<>();
        for (Policy.PlatformTrack own : policy.tracks()) {
            if (app.platforms().stream().noneMatch(p -> p.key().equals(own.platform()))) {
                faults.add("the policy has a process for platform %s, which the app does not have"
                        .formatted(own.platform()));
            }
        }
        policy.releaseMove(Move.CUT).ifPresent(cut -> cut(cut, faults));
        for (Platform platform : app.platforms()) {
            for (Destination destination : platform.destinations()) {
                TrackPolicy process = policy.of(platform.key());
                ladder(platform, destination, process, faults);
                moves(platform, destination, process, faults);
            }
        }
        return faults;
    }

    private static void cut(MovePolicy cut, List<String> faults) {
        boolean names = cut.guard().stream()
                .anyMatch(c -> c instanceof Criterion.GreenCommit || c instanceof Criterion.AnyCommit);
        if (!names) {
            faults.add(
                    "the move \"cut\" must say of which commit: add green-commit, or any-commit for an app without CI");
        }
    }

    private static void ladder(Platform platform, Destination destination, TrackPolicy process, List<String> faults) {
        for (Rung rung : process.ladder()) {
            if (!destination.capabilities().steps().allows(rung.exposure().share())) {
                faults.add("%s: %s cannot be set to %s; its ladder may have its own first step and 100 %%"
                        .formatted(
                                platform.key(),
                                destination.key(),
                                rung.exposure().share()));
            }
            boolean everywhere = rung.exposure().markets() instanceof Markets.Everywhere;
            if (!everywhere && !destination.capabilities().countries()) {
                faults.add("%s: %s cannot be limited to countries: %s"
                        .formatted(platform.key(), destination.key(), rung.exposure()));
            }
        }
    }

    private static void moves(Platform platform, Destination destination, TrackPolicy process, List<String> faults) {
        boolean opensByItself = destination.capabilities().goLive() == GoLive.ON_APPROVAL;
        Move opening = process.ladder().size() == 1 ? Move.EVERYONE : Move.FIRST_STEP;
        boolean hours = process.move(opening).stream()
                .flatMap(m -> m.guard().stream())
                .anyMatch(c -> c instanceof Criterion.Staffed s && !(s.hours() instanceof Hours.Always));
        if (opensByItself && hours) {
            faults.add(("%s: %s goes live the moment it approves, at any hour: %s must be \"staffed: always\","
                            + " or the store be set to publish by hand")
                    .formatted(platform.key(), destination.key(), written(opening)));
        }
        for (Move move : List.of(Move.CANDIDATE, Move.SUBMIT, Move.EVERYONE, Move.RESUME)) {
            if (process.move(move).isEmpty()) {
                faults.add("%s: the policy has no move \"%s\", so nothing would ever reach %s"
                        .formatted(platform.key(), written(move), destination.key()));
            }
        }
        if (process.ladder().size() > 1 && process.move(Move.FIRST_STEP).isEmpty()) {
            faults.add("%s: the ladder has more than one step, but the policy has no move \"first-step\""
                    .formatted(platform.key()));
        }
    }

    private static String written(Move move) {
        return move.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
