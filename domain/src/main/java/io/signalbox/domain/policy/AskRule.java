package io.signalbox.domain.policy;

import io.signalbox.domain.app.RingKey;

/** When the Robot must ask a person. */
public sealed interface AskRule {

    /**
     * Crashes gather in one country.
     *
     * @param leastCrashes in that country; fewer are chance
     * @param leastPercent of all crashes of the version, 1 to 100
     */
    record RegionalCrash(RingKey ring, long leastCrashes, int leastPercent) implements AskRule {}
}
