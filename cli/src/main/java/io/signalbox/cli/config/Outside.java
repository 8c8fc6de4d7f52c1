package io.signalbox.cli.config;

import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import java.nio.file.Path;

/**
 * What connectors are made with.
 *
 * @param reach where they may go
 * @param mirrors where copies of repositories are kept
 */
public record Outside(Http http, Reach reach, Path mirrors) {}
