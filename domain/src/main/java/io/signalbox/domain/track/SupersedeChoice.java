package io.signalbox.domain.track;

import io.signalbox.domain.version.Version;
import java.time.Instant;

/** What a person chose about another version of the same platform that is still rolling out or paused. */
public record SupersedeChoice(Version other, Choice choice, String by, String reason, Instant at) {
    public enum Choice {
        /** The other one is rolled out to everyone first. */
        FINISH,
        /** The other one is cancelled first. */
        ABANDON,
        /** This one takes the other's place as it is. */
        SUPERSEDE
    }
}
