package io.signalbox.testkit.sim;

import io.signalbox.domain.signal.Failure;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.time.Instant;
import java.util.List;

/** Fails for good from an instant on. */
final class FailingSource extends ForwardingSource {
    private final Instant from;

    FailingSource(Source real, Instant from) {
        super(real);
        this.from = from;
    }

    @Override
    public List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure {
        if (!interest.now().isBefore(from)) {
            throw new SourceFailure(new Failure(Failure.Kind.UNREACHABLE, "gone for good"));
        }
        return super.read(topics, interest);
    }
}
