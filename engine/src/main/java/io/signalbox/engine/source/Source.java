package io.signalbox.engine.source;

import io.signalbox.domain.signal.SignalKind;
import java.util.List;
import java.util.Set;

/** A system that can be read. Thread-safe. */
public interface Source {
    /** The connector's name, unique within an app. */
    String name();

    /** What kinds of signal it gives. */
    Set<SignalKind> kinds();

    /** The topics that it answers for. Makes no call. */
    List<Topic> topics(Interest interest);

    /**
     * Asks. A topic that is not answered counts as failed.
     *
     * @throws SourceFailure if nothing can be had at all
     */
    List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure;
}
