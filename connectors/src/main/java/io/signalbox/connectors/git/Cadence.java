package io.signalbox.connectors.git;

import io.signalbox.connectors.git.GitSurvey.Released;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often an app was released.
 *
 * @param between the middle of the times between two releases in a row
 * @param regular whether most of these times are near the middle
 */
public record Cadence(Duration between, boolean regular) {
    private static final int MOST = 13;
    private static final double NEAR = 0.35;

    /**
     * Finds a cadence in the newest releases; if they follow none, in those that raised more than their last number, because the others
     * are mends that come when they must. Empty with fewer than two releases.
     */
    static Optional<Cadence> of(List<Released> releases) {
        List<Released> inTime =
                releases.stream().sorted(Comparator.comparing(Released::at)).toList();
        Optional<Cadence> all = among(inTime);
        if (all.isEmpty() || all.get().regular()) {
            return all;
        }
        List<Released> raised = new ArrayList<>();
        for (Released release : inTime) {
            if (raised.stream().noneMatch(r -> line(r).equals(line(release)))) {
                raised.add(release);
            }
        }
        return among(raised).filter(Cadence::regular).or(() -> all);
    }

    private static List<Integer> line(Released release) {
        List<Integer> parts = release.version().parts();
        return parts.subList(0, parts.size() - 1);
    }

    private static Optional<Cadence> among(List<Released> inTime) {
        List<Released> newest = inTime.subList(Math.max(0, inTime.size() - MOST), inTime.size());
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < newest.size(); i++) {
            gaps.add(Duration.between(newest.get(i - 1).at(), newest.get(i).at()));
        }
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        Duration middle = middle(gaps);
        Duration off = middle(gaps.stream().map(gap -> gap.minus(middle).abs()).toList());
        boolean regular = gaps.size() > 1 && !middle.isZero() && off.toSeconds() <= NEAR * middle.toSeconds();
        return Optional.of(new Cadence(middle, regular));
    }

    private static Duration middle(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }
}
