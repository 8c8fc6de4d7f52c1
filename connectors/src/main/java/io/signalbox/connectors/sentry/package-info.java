/**
 * Sentry as a source: the health of a version per ring, from its release health.
 */
@NullMarked
package io.signalbox.connectors.sentry;

import org.jspecify.annotations.NullMarked;
