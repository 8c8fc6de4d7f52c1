package io.signalbox.world.ci;

import io.signalbox.world.http.Body;
import java.util.Optional;

/**
 * A built file on its way to the store or channel of its platform.
 *
 * @param os the operating system, empty where the platform has but one
 * @param digest {@code sha256:} and the hexadecimal hash of the content
 * @param nightly whether it is a nightly build of main, else one of a release branch
 */
public record Upload(
        String repository,
        Platform platform,
        Optional<String> os,
        String version,
        long build,
        String commit,
        boolean nightly,
        String fileName,
        Body content,
        String digest) {}
