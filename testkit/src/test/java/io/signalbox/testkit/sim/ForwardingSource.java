package io.signalbox.testkit.sim;

import io.signalbox.domain.signal.SignalKind;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.util.List;
import java.util.Set;

/** Hands everything on to another source; what tests want otherwise they override. */
class ForwardingSource implements Source {
    private final Source real;

    ForwardingSource(Source real) {
        this.real = real;
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
        return real.read(topics, interest);
    }
}
