package io.signalbox.testkit.sim;

import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.util.List;

/** Passes off the time of asking as the source's own. */
final class FreshlyStamped extends ForwardingSource {
    FreshlyStamped(Source real) {
        super(real);
    }

    @Override
    public List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure {
        return super.read(topics, interest).stream().map(a -> now(a, interest)).toList();
    }

    static Answer now(Answer answer, Interest interest) {
        return answer instanceof Answer.Said said
                ? new Answer.Said(said.topic(), said.reading(), interest.now(), said.link())
                : answer;
    }
}
