package io.signalbox.world.git;

/** Somebody who commits. The team stands in each commit's message as a {@code Team:} trailer. */
public record Developer(String name, String email, String team) {}
