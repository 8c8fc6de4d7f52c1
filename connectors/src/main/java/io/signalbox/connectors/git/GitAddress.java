package io.signalbox.connectors.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where a repository is. */
public sealed interface GitAddress {

    /** A clone on this machine, bare or with a work tree. What is made, is made in it; its work tree is never touched. */
    record Local(Path path) implements GitAddress {}

    /**
     * A repository on a host, over HTTPS. What is made, is pushed.
     *
     * @param user sent with the token; most hosts take any
     */
    record Remote(URI uri, String user) implements GitAddress {
        private static final String ANY_USER = "x-access-token";

        /** The address of the repository's page, where the host serves it under the same path. */
        URI page() {
            return URI.create(uri.toString().replaceFirst("\\.git/?$", ""));
        }
    }

    /**
     * Reads a path, a {@code file:} address or an {@code https:} address.
     *
     * @throws IllegalArgumentException naming what to write instead
     */
    static GitAddress parse(String text) {
        if (text.matches("https?://.+")) {
            return remote(text);
        }
        if (text.startsWith("file:")) {
            return new Local(Path.of(uri(text.replaceFirst("^file:/*", "file:/"))));
        }
        if (text.matches("[\\w.-]+@[\\w.-]+:.*|[a-zA-Z][\\w+.-]+://.*")) {
            throw new IllegalArgumentException(
                    "git address \"%s\": use its https address with a token, or the path of a clone".formatted(text));
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("git address is empty: use an https address or the path of a clone");
        }
        return new Local(Path.of(text));
    }

    private static Remote remote(String text) {
        URI uri = uri(text);
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "git address \"%s\": use https://HOST/PATH and give the token apart from it"
                            .formatted(text.replaceFirst("//[^/@]*@", "//")));
        }
        return new Remote(uri, Remote.ANY_USER);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("git address \"%s\": %s".formatted(text, e.getReason()), e);
        }
    }
}
