package io.signalbox.cli.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes steps down, with local dates and times of autumn 2024 in Stockholm. */
final class Script {
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final List<Step> steps = new ArrayList<>();

    /** {@code 09-27 14:00}. */
    static Instant at(String when) {
        LocalDate date = LocalDate.parse("2024-" + when.substring(0, 5));
        return date.atTime(LocalTime.parse(when.substring(6))).atZone(ZONE).toInstant();
    }

    /** Somebody does something. */
    Script step(String when, String title, Step.Act act) {
        steps.add(new Step(at(when), title, act, Optional.empty()));
        return this;
    }

    /** What must come true because of the last step. */
    Script then(String by, String what, Step.Check check) {
        Step last = steps.removeLast();
        Step.Expectation expectation = new Step.Expectation(what, at(by), check);
        if (last.expectation().isEmpty()) {
            steps.add(new Step(last.at(), last.title(), last.act(), Optional.of(expectation)));
        } else {
            steps.add(last);
            steps.add(Step.look(last.at(), expectation));
        }
        return this;
    }

    /** Nobody does anything, but something is looked at. */
    Script look(String when, String by, String what, Step.Check check) {
        steps.add(Step.look(at(when), new Step.Expectation(what, at(by), check)));
        return this;
    }

    /** Only what comes before this. */
    Script until(String when) {
        return without(step -> !step.at().isBefore(at(when)));
    }

    Script without(Predicate<Step> left) {
        steps.removeIf(left);
        return this;
    }

    /** Everybody does the same, but nobody expects this any more. */
    Script notExpecting(String beginning) {
        steps.replaceAll(step ->
                step.expectation().filter(e -> e.what().startsWith(beginning)).isPresent()
                        ? new Step(step.at(), step.title(), step.act(), Optional.empty())
                        : step);
        return this;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
