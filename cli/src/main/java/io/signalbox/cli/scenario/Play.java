package io.signalbox.cli.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plays a scenario: does each step when it is due and watches whether what is expected comes true in time. Thread-safe. */
public final class Play {
    private final List<Chapter> chapters;
    private final List<Step> waiting = new ArrayList<>();
    private final List<Step.Expectation> open = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Consumer<Line> told;
    private final int steps;
    private int done;

    /**
     * A part of the scenario.
     *
     * @param minutesPerSecond how fast it is played by itself
     */
    public record Chapter(String title, Instant from, double minutesPerSecond) {}

    /**
     * @param told of each line as it is written
     */
    Play(List<Chapter> chapters, List<Step> steps, Consumer<Line> told) {
        this.chapters = List.copyOf(chapters);
        this.waiting.addAll(
                steps.stream().sorted(Comparator.comparing(Step::at)).toList());
        this.steps = steps.size();
        this.told = told;
    }

    /** When something is to be done next, or an expectation ends. */
    public synchronized Optional<Instant> next() {
        return Stream.concat(waiting.stream().map(Step::at), open.stream().map(Step.Expectation::by))
                .min(Comparator.naturalOrder());
    }

    /**
     * Does what is due and looks at what is expected.
     *
     * @return whether somebody did something
     */
    public synchronized boolean at(Instant now) {
        look(now);
        boolean acted = false;
        while (!waiting.isEmpty() && !waiting.getFirst().at().isAfter(now)) {
            act(waiting.removeFirst(), now);
            acted = true;
        }
        return acted;
    }

    private void act(Step step, Instant now) {
        done++;
        try {
            step.act().run();
            if (!step.isLook()) {
                write(new Line(now, step.title(), Line.Outcome.DONE));
            }
            step.expectation().ifPresent(open::add);
        } catch (Exception e) {
            write(new Line(now, "%s: %s".formatted(step.title(), e.getMessage()), Line.Outcome.FAILED));
        }
    }

    private void look(Instant now) {
        for (Step.Expectation expectation : List.copyOf(open)) {
            if (holds(expectation)) {
                open.remove(expectation);
                write(new Line(now, expectation.what(), Line.Outcome.TRUE));
            } else if (!now.isBefore(expectation.by())) {
                open.remove(expectation);
                write(new Line(now, expectation.what(), Line.Outcome.FAILED));
            }
        }
    }

    /** An expectation that cannot be looked at just now is not met yet. */
    private static boolean holds(Step.Expectation expectation) {
        try {
            return expectation.check().holds();
        } catch (Exception e) {
            return false;
        }
    }

    private void write(Line line) {
        lines.add(line);
        told.accept(line);
    }

    public synchronized boolean over() {
        return waiting.isEmpty() && open.isEmpty();
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    public synchronized boolean allTrue() {
        return over() && lines.stream().noneMatch(l -> l.outcome() == Line.Outcome.FAILED);
    }

    /** What comes next, for people. */
    public synchronized Optional<Line> coming() {
        return waiting.stream().findFirst().map(s -> new Line(s.at(), s.title(), Line.Outcome.DONE));
    }

    public synchronized int done() {
        return done;
    }

    public int steps() {
        return steps;
    }

    public List<Chapter> chapters() {
        return chapters;
    }

    public Chapter chapter(Instant now) {
        return chapters.stream()
                .filter(c -> !c.from().isAfter(now))
                .reduce((_, later) -> later)
                .orElse(chapters.getFirst());
    }

    public double minutesPerSecond(Instant now) {
        return chapter(now).minutesPerSecond();
    }
}
