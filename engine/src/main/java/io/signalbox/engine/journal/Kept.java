package io.signalbox.engine.journal;

/**
 * An entry as kept.
 *
 * @param sequence counts the app's entries from 1
 */
public record Kept(long sequence, Entry entry) {}
