package io.signalbox.testkit.sim;

import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives its last answers, as of now, when the real source fails. */
final class CachedSource extends ForwardingSource {
    private final Map<Topic, Answer.Said> cache = new HashMap<>();

    CachedSource(Source real) {
        super(real);
    }

    @Override
    public List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure {
        try {
            List<Answer> answers = super.read(topics, interest);
            answers.forEach(a -> {
                if (a instanceof Answer.Said said) {
                    cache.put(said.topic(), said);
                }
            });
            return answers;
        } catch (SourceFailure e) {
            return topics.stream()
                    .flatMap(t -> Optional.ofNullable(cache.get(t)).stream())
                    .map(said -> FreshlyStamped.now(said, interest))
                    .toList();
        }
    }
}
