package io.signalbox.cli.config;

import java.net.URI;

/** Reads the addresses of systems. */
final class Addresses {
    private Addresses() {}

    /** An address without a slash at its end. */
    static URI of(String text) {
        URI uri = URI.create(text.replaceAll("/+$", ""));
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException("write it like https://example.com");
        }
        return uri;
    }
}
