package io.signalbox.engine.source;

import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.subject.SubjectId;

/** Something that a source can be asked. */
public record Topic(SubjectId about, SignalKey key) {}
