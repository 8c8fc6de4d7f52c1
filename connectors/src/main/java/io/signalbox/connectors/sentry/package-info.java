/**
 * Sentry as a source: sessions and crashes of a version per ring, from its release health.
 *
 * <p>Sentry tells releases of all projects in one answer, so one call serves every track and ring; only what cannot be had that way is
 * asked for beside it, and less often. What Sentry takes and refuses in a query was read in the tests of its own endpoints.
 */
@NullMarked
package io.signalbox.connectors.sentry;

import org.jspecify.annotations.NullMarked;
