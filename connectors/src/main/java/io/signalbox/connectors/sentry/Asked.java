package io.signalbox.connectors.sentry;

import io.signalbox.connectors.sentry.SentrySettings.Project;
import io.signalbox.domain.app.RingKey;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.policy.AskRule;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A topic in Sentry's words: one version in one ring.
 *
 * @param from since when there may be builds of the version
 * @param countries whether the process asks where it crashes
 */
record Asked(Topic topic, Version version, Project project, String environment, Instant from, boolean countries) {
    /** Builds of a version can be there a little before its cycle, and for versions that we know nothing of this is long enough. */
    private static final Duration EARLIER = Duration.ofDays(1);

    private static final Duration UNKNOWN = Duration.ofDays(30);

    /** Everything that an app's tracks want to know: each ring on which something in their process depends. */
    static List<Asked> all(Interest interest, SentrySettings settings) {
        List<Asked> all = new ArrayList<>();
        for (Interest.Pursued pursued : interest.tracks()) {
            Optional<Release> release = interest.release(pursued.track());
            Optional<Project> project = Optional.ofNullable(
                    settings.projects().get(pursued.track().id().platform()));
            if (project.isEmpty() || release.filter(Release::ended).isPresent()) {
                continue;
            }
            Instant from = release.map(r -> r.plan().at(Milestone.CYCLE_START).minus(EARLIER))
                    .orElse(interest.now().minus(UNKNOWN));
            TrackPolicy process = pursued.policy().of(pursued.track().id().platform());
            Set<RingKey> asking = askingWhere(process);
            for (RingKey ring : rings(process)) {
                all.add(new Asked(
                        new Topic(pursued.track().id(), new SignalKey(SignalKind.HEALTH, ring.value())),
                        pursued.track().id().version(),
                        project.get(),
                        settings.environment(ring),
                        from,
                        asking.contains(ring)));
            }
        }
        return all;
    }

    private static Set<RingKey> rings(TrackPolicy process) {
        Set<RingKey> rings = new TreeSet<>(askingWhere(process));
        Stream.of(
                        process.moves().stream().map(MovePolicy::guard).flatMap(List::stream),
                        process.upcoming().stream(),
                        process.released().stream())
                .flatMap(criteria -> criteria)
                .forEach(criterion -> {
                    if (criterion instanceof Criterion.CrashRate rate) {
                        rings.add(rate.ring());
                    }
                    if (criterion instanceof Criterion.EnoughUse use) {
                        rings.add(use.ring());
                    }
                });
        return rings;
    }

    private static Set<RingKey> askingWhere(TrackPolicy process) {
        Set<RingKey> rings = new TreeSet<>();
        for (AskRule rule : process.asks()) {
            switch (rule) {
                case AskRule.RegionalCrash regional -> rings.add(regional.ring());
            }
        }
        return rings;
    }

    boolean isOf(ReleaseName release, String where) {
        return release.packageName().equals(project.packageName())
                && release.version().equals(version)
                && where.equals(environment);
    }
}
