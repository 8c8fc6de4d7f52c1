package io.signalbox.connectors.play;

import java.net.URI;

/**
 * Where Google is.
 *
 * @param api the publishing API, without a slash at the end
 * @param tokens the token endpoint for service accounts
 */
public record Endpoints(URI api, URI tokens) {
    public static final Endpoints GOOGLE = new Endpoints(
            URI.create("https://androidpublisher.googleapis.com"), URI.create("https://oauth2.googleapis.com/token"));
}
