package io.signalbox.engine.storage;

import io.signalbox.domain.app.AppKey;

/**
 * A source of an app that this replica may ask.
 *
 * @param failures how often in a row it has failed
 * @param wanted whether somebody wants it asked out of turn
 */
public record WatchClaim(AppKey app, String source, int failures, boolean wanted) {}
