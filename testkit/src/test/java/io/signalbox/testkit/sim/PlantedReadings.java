package io.signalbox.testkit.sim;

import io.signalbox.domain.signal.BugsReading;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.HealthReading;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A source is read wrongly. */
final class PlantedReadings {
    private PlantedReadings() {}

    static List<PlantedFaults.Planted> all() {
        return List.of(
                reading("a failing source's last answer passes for new", CachedSource::new),
                reading("the time of asking passes for the source's time", FreshlyStamped::new),
                reading("a store is read from a cache", StoreFromCache::new),
                misread("what is not a number of crashes passes for none", PlantedReadings::noCrashes),
                misread("the first page of bugs passes for all", PlantedReadings::noBugs),
                misread("tests that failed pass for green", PlantedReadings::greenTests));
    }

    private static PlantedFaults.Planted reading(String name, UnaryOperator<Source> wrap) {
        return new PlantedFaults.Planted(name, () -> new Sabotage() {
            @Override
            public Source source(Source source) {
                return wrap.apply(source);
            }
        });
    }

    private static PlantedFaults.Planted misread(String name, UnaryOperator<Reading> change) {
        return reading(name, real -> new Misread(real, change));
    }

    private static Reading noCrashes(Reading reading) {
        return reading instanceof HealthReading h
                ? new HealthReading(
                        h.from(),
                        h.to(),
                        none(h.total()),
                        h.builds().stream()
                                .map(b -> new HealthReading.BuildUse(b.build(), none(b.use())))
                                .toList(),
                        h.crashesByCountry(),
                        h.dailyUsers())
                : reading;
    }

    private static HealthReading.Use none(HealthReading.Use use) {
        return new HealthReading.Use(use.sessions(), 0);
    }

    private static Reading noBugs(Reading reading) {
        return reading instanceof BugsReading ? new BugsReading(List.of()) : reading;
    }

    private static Reading greenTests(Reading reading) {
        return reading instanceof BuildsReading builds
                ? new BuildsReading(
                        builds.builds().stream().map(PlantedReadings::green).toList())
                : reading;
    }

    private static Build green(Build b) {
        Check tests = b.tested().state() == CheckState.FAILED ? b.verified() : b.tested();
        return new Build(
                b.commit(), b.commitAt(), b.number(), b.built(), tests, b.verified(), b.uploaded(), b.artifacts());
    }

    /** Passes on what it makes of each answer. */
    private abstract static class Retelling extends ForwardingSource {
        Retelling(Source real) {
            super(real);
        }

        @Override
        public List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure {
            return super.read(topics, interest).stream()
                    .map(a -> a instanceof Answer.Said said ? made(said, interest.now()) : a)
                    .toList();
        }

        abstract Answer made(Answer.Said said, Instant now);
    }

    private static final class Misread extends Retelling {
        private final UnaryOperator<Reading> change;

        Misread(Source real, UnaryOperator<Reading> change) {
            super(real);
            this.change = change;
        }

        @Override
        Answer made(Answer.Said said, Instant now) {
            return new Answer.Said(said.topic(), change.apply(said.reading()), said.asOf(), said.link());
        }
    }

    /** Tells what a store showed up to half an hour ago, as of now. */
    private static final class StoreFromCache extends Retelling {
        private final Map<Topic, Answer.Said> cache = new HashMap<>();

        StoreFromCache(Source real) {
            super(real);
        }

        @Override
        Answer made(Answer.Said said, Instant now) {
            if (said.topic().key().kind() != SignalKind.STORE) {
                return said;
            }
            Answer.Said cached = cache.get(said.topic());
            if (cached == null || cached.asOf().plus(Duration.ofMinutes(30)).isBefore(now)) {
                cache.put(said.topic(), said);
                return said;
            }
            return new Answer.Said(said.topic(), cached.reading(), said.asOf(), said.link());
        }
    }
}
