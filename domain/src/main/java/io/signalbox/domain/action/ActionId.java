package io.signalbox.domain.action;

import io.signalbox.domain.subject.SubjectId;

/**
 * Names an action for ever; its text is the idempotency key at stores that take one.
 *
 * @param number counts the subject's actions from 0
 */
public record ActionId(SubjectId subject, int number) implements Comparable<ActionId> {
    /** {@code player/8.9.2/android#4}. */
    public String text() {
        return subject.text() + "#" + number;
    }

    @Override
    public int compareTo(ActionId other) {
        int bySubject = subject.compareTo(other.subject);
        return bySubject != 0 ? bySubject : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return text();
    }
}
