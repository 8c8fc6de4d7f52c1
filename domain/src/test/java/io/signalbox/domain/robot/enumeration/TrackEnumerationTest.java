package io.signalbox.domain.robot.enumeration;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/**
 * Decides at every point of stage × holds × action lanes × overrides × drift × store kind × mode × criteria, and checks the laws at
 * each. Criteria of a guard are interchangeable, so their verdicts are enumerated as multisets (the overridden one is told apart).
 */
class TrackEnumerationTest {
    private final LongAdder points = new LongAdder();
    private final Collection<String> broken = new ConcurrentLinkedQueue<>();

    @Test
    void theLawsHoldAtEveryPoint() {
        long began = System.nanoTime();
        corners().parallelStream().forEach(this::checkAllVerdicts);
        System.out.printf(
                "enumeration of a track's decide: %,d points, %d violations, took %.1f s%n",
                points.sum(), broken.size(), (System.nanoTime() - began) / 1e9);
        assertThat(broken.stream().limit(20)).isEmpty();
        assertThat(points.sum()).isGreaterThan(1_000_000);
    }

    private static List<Point> corners() {
        List<Point> corners = new ArrayList<>();
        for (Point.StoreKind kind : Point.StoreKind.values()) {
            for (Stand stand : Stand.values()) {
                for (Point.Holding holding : Point.Holding.values()) {
                    for (Point.Seeing seeing : Point.Seeing.values()) {
                        lanes(new Corner(kind, stand, holding, seeing), corners);
                    }
                }
            }
        }
        return corners;
    }

    private record Corner(Point.StoreKind kind, Stand stand, Point.Holding holding, Point.Seeing seeing) {
        Point with(Point.Lane go, Point.Lane stop, Point.Accepting accepting, Mode mode) {
            return new Point(kind, stand, holding, go, stop, accepting, seeing, mode, List.of());
        }
    }

    /** Overrides and modes do not meddle with lanes; outside the full run they are crossed with empty ones only. */
    private static void lanes(Corner corner, List<Point> corners) {
        for (Point.Lane go : Point.Lane.values()) {
            for (Point.Lane stop : Point.Lane.values()) {
                boolean idle = go == Point.Lane.EMPTY && stop == Point.Lane.EMPTY;
                for (Point.Accepting accepting : Point.Accepting.values()) {
                    for (Mode mode : List.of(Mode.AUTOMATIC, Mode.OBSERVE)) {
                        boolean plain = accepting == Point.Accepting.NOTHING && mode == Mode.AUTOMATIC;
                        if (plain || idle || Point.full()) {
                            corners.add(corner.with(go, stop, accepting, mode));
                        }
                    }
                }
            }
        }
    }

    private void checkAllVerdicts(Point corner) {
        Laws.Deeds[] deeds = new Laws.Deeds[216];
        List<List<Verdict>> multisets = multisets(corner.accepting());
        for (List<Verdict> verdicts : multisets) {
            deeds[index(verdicts)] = check(corner.with(verdicts));
        }
        for (List<Verdict> better : multisets) {
            checkMonotone(corner, better, deeds);
        }
    }

    private Laws.Deeds check(Point point) {
        points.increment();
        TrackPicture picture = point.picture();
        Decision<Track> decision = TrackRobot.decide(picture, Given.NOW);
        for (String wrong : Laws.broken(point, picture, decision)) {
            broken.add(wrong + " at " + point);
        }
        return Laws.deeds(decision);
    }

    /** Worse signals never make it bolder: it does nothing more forward on them, and stops no less. */
    private void checkMonotone(Point corner, List<Verdict> better, Laws.Deeds[] deeds) {
        for (int i = 0; i < better.size(); i++) {
            for (Verdict worse : worse(better.get(i))) {
                List<Verdict> lowered = new ArrayList<>(better);
                lowered.set(i, worse);
                Laws.Deeds high = deeds[index(better)];
                Laws.Deeds low = deeds[index(sorted(lowered, corner.accepting()))];
                if ((low.goes() && !high.goes()) || (high.stops() && !low.stops())) {
                    broken.add("bolder on %s than on %s at %s".formatted(lowered, better, corner));
                }
            }
        }
    }

    private static List<Verdict> worse(Verdict than) {
        return switch (than) {
            case GREEN -> List.of(Verdict.PENDING, Verdict.RED, Verdict.MISSING, Verdict.STALE, Verdict.ERROR);
            case PENDING -> List.of(Verdict.RED, Verdict.MISSING, Verdict.STALE, Verdict.ERROR);
            case RED, MISSING, STALE, ERROR -> List.of();
        };
    }

    /** Multisets of verdicts; the first place is kept apart where a person's word is about it. */
    private static List<List<Verdict>> multisets(Point.Accepting accepting) {
        List<List<Verdict>> tuples = List.of(List.of());
        for (int i = 0; i < Point.CHECKS.size(); i++) {
            tuples = tuples.stream()
                    .flatMap(t -> Arrays.stream(Verdict.values()).map(v -> appended(t, v)))
                    .toList();
        }
        return tuples.stream().filter(t -> t.equals(sorted(t, accepting))).toList();
    }

    private static List<Verdict> appended(List<Verdict> to, Verdict verdict) {
        List<Verdict> longer = new ArrayList<>(to);
        longer.add(verdict);
        return List.copyOf(longer);
    }

    private static List<Verdict> sorted(List<Verdict> verdicts, Point.Accepting accepting) {
        int fixed = accepting == Point.Accepting.NOTHING ? 0 : 1;
        List<Verdict> sorted = new ArrayList<>(verdicts.subList(0, fixed));
        verdicts.subList(fixed, verdicts.size()).stream().sorted().forEach(sorted::add);
        return sorted;
    }

    private static int index(List<Verdict> verdicts) {
        int index = 0;
        for (Verdict verdict : verdicts) {
            index = index * 6 + verdict.ordinal();
        }
        return index;
    }
}
