package io.signalbox.testkit.sim;

import io.signalbox.domain.signal.SignalKind;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.util.List;
import java.util.Set;

/** Passes off the time of asking as the source's own. */
final class FreshlyStamped implements Source {
    private final Source real;

    FreshlyStamped(Source real) {
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
        return real.read(topics, interest).stream().map(a -> now(a, interest)).toList();
    }

    static Answer now(Answer answer, Interest interest) {
        return answer instanceof Answer.Said said
                ? new Answer.Said(said.topic(), said.reading(), interest.now(), said.link())
                : answer;
    }
}
