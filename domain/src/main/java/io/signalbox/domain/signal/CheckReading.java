package io.signalbox.domain.signal;

/**
 * What another system reports of one candidate: compliance, legal, translation.
 *
 * @param commit the candidate it looked at
 */
public record CheckReading(CommitId commit, Check check) implements Reading {}
