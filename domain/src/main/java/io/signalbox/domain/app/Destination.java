package io.signalbox.domain.app;

/**
 * A store or channel of a platform.
 *
 * @param artifact the slot of the candidate's artifacts that it ships
 */
public record Destination(DestinationKey key, String name, Capabilities capabilities, ArtifactSlot artifact) {}
