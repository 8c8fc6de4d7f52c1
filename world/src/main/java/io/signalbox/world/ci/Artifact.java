package io.signalbox.world.ci;

import java.time.Instant;

/**
 * A file that a build left behind.
 *
 * @param name carries app, platform, operating system, version and build number, such as
 *     {@code player-desktop-windows-8.9.2-80902003.exe}
 * @param digest {@code sha256:} and the hexadecimal hash of the content
 */
public record Artifact(long id, long run, String name, long size, String digest, Instant created) {}
