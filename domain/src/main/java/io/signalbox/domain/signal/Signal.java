package io.signalbox.domain.signal;

import io.signalbox.domain.subject.SubjectId;

/**
 * One typed reading from one source about one subject.
 *
 * @param source the name of the connector that gave it
 */
public record Signal(SubjectId about, SignalKey key, String source, Observation latest) {}
