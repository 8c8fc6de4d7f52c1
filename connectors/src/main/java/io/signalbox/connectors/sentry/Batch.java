package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.sentry.SentrySettings.Project;
import io.signalbox.connectors.sentry.Sessions.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What one call can be asked: in it a release's name tells its project. */
record Batch(List<Asked> asked) {
    private static final Duration LONGEST = Duration.ofDays(90);

    Batch {
        asked = List.copyOf(asked);
    }

    /** Projects whose releases have the same package are asked for in calls of their own. */
    static List<Batch> of(List<Asked> all) {
        List<List<Asked>> batches = new ArrayList<>();
        for (Asked asked : all) {
            batches.stream()
                    .filter(batch -> batch.stream().noneMatch(other -> clash(other.project(), asked.project())))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Asked> fresh = new ArrayList<>();
                        batches.add(fresh);
                        return fresh;
                    })
                    .add(asked);
        }
        return batches.stream().map(Batch::new).toList();
    }

    private static boolean clash(Project a, Project b) {
        return a.packageName().equals(b.packageName()) && !a.slug().equals(b.slug());
    }

    List<String> projects() {
        return distinct(a -> a.project().slug());
    }

    List<String> environments() {
        return distinct(Asked::environment);
    }

    Uses uses(Sessions sessions, Errand errand, Instant now) throws CallFailed, SentryRefused {
        return Uses.of(sessions.ask(errand, wish(now), now));
    }

    /** Every build of every version, from the time of the oldest. */
    Wish wish(Instant now) {
        Duration back = asked.stream()
                .map(a -> Duration.between(a.from(), now))
                .max(Duration::compareTo)
                .filter(d -> d.compareTo(LONGEST) < 0)
                .orElse(LONGEST);
        return new Wish(
                List.of(Sessions.SESSIONS, Sessions.CRASH_RATE),
                projects(),
                environments(),
                List.of("release", "environment"),
                Math.max(1, back.toDays() + 1) + "d",
                "1d",
                distinct(a -> "release.version:" + a.version()));
    }

    private List<String> distinct(Function<Asked, String> part) {
        return asked.stream().map(part).distinct().sorted().toList();
    }
}
