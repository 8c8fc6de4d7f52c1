package io.signalbox.testkit.sim;

import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Fails for good from an instant on. */
final class FailingSource implements Source {
    private final Source real;
    private final Instant from;

    FailingSource(Source real, Instant from) {
        this.real = real;
        this.from = from;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Set<SignalKind> kinds() {
        return real.kinds();
    }

    @Override
    public List<Topic> topics(Interest interest) {
        return real.topics(interest);
    }

    @Override
    public List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure {
        if (!interest.now().isBefore(from)) {
            throw new SourceFailure(new Failure(Failure.Kind.UNREACHABLE, "gone for good"));
        }
        return real.read(topics, interest);
    }
}
