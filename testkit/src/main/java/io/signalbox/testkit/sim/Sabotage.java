package io.signalbox.testkit.sim;

import io.signalbox.domain.policy.Policy;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.time.Ticker;
import java.time.InstantSource;

/** A fault planted into the engine's surroundings, to show that the checker finds it. The plain one plants nothing. */
public interface Sabotage {
    Sabotage NONE = new Sabotage() {};

    default Storage storage(Storage storage) {
        return storage;
    }

    default Source source(Source source) {
        return source;
    }

    default Performer performer(Performer performer) {
        return performer;
    }

    /** The policy that the engine follows; the checker goes by the right one. */
    default Policy policy(Policy policy) {
        return policy;
    }

    /** What the engine takes for the time of day. */
    default InstantSource clock(InstantSource clock) {
        return clock;
    }

    default Ticker ticker(Ticker ticker) {
        return ticker;
    }
}
