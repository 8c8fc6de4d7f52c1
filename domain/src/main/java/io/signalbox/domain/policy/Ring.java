package io.signalbox.domain.policy;

import io.signalbox.domain.app.RingKey;

/**
 * A population of growing size.
 *
 * @param source where its builds come from
 * @param purpose one sentence for people
 */
public record Ring(RingKey key, String name, Source source, String purpose) {
    public enum Source {
        MAIN,
        BRANCH,
        STORE
    }
}
