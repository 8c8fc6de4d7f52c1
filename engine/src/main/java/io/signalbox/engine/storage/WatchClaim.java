package io.signalbox.engine.storage;

import io.signalbox.domain.app.AppKey;

/**
 * A source of an app that this replica may ask.
 *
 * @param failures how often in a row it has failed
 */
public record WatchClaim(AppKey app, String source, int failures) {}
