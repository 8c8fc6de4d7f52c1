package io.signalbox.engine.source;

import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.Reading;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What a source said on a topic. */
public sealed interface Answer {
    Topic topic();

    /** @param asOf the source's own time for which it is true */
    record Said(Topic topic, Reading reading, Instant asOf, Optional<URI> link) implements Answer {}

    record Failed(Topic topic, Failure failure) implements Answer {}
}
