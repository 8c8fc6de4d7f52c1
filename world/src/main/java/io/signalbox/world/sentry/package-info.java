/**
 * Sentry's API for release health and crash counts: a thin skin over what the users did, with the lag that ingestion has. Knows
 * nothing of stores.
 */
@NullMarked
package io.signalbox.world.sentry;

import org.jspecify.annotations.NullMarked;
