package io.signalbox.bench.serving;

import io.signalbox.bench.fleet.Fleet;
import io.signalbox.bench.fleet.Said;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One source for each app of a fleet, and how often any of them was asked. */
final class CountedSources implements Connectors {
    private final AtomicInteger calls = new AtomicInteger();

    int calls() {
        return calls.get();
    }

    @Override
    public List<Source> sources(AppKey app) {
        return List.of(new Everything());
    }

    @Override
    public Optional<Performer> performer(AppKey app, String place) {
        return Optional.empty();
    }

    @Override
    public Optional<String> readerOf(AppKey app, String place) {
        return Optional.empty();
    }

    private final class Everything implements Source {
        @Override
        public String name() {
            return Fleet.SOURCE;
        }

        @Override
        public Set<SignalKind> kinds() {
            return Set.of(SignalKind.values());
        }

        @Override
        public List<Topic> topics(Interest interest) {
            return said(interest).stream().map(Answer::topic).toList();
        }

        @Override
        public List<Answer> read(List<Topic> topics, Interest interest) {
            calls.incrementAndGet();
            return said(interest);
        }

        private static List<Answer> said(Interest interest) {
            return Said.of(interest.app(), Fleet.releaseOf(interest.app().key()), false, interest.now());
        }
    }
}
