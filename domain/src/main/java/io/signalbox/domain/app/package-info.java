/**
 * Who ships: an app, its platforms, and the keys by which everything else names them. Knows nothing of releases, stores or
 * people.
 */
@NullMarked
package io.signalbox.domain.app;

import org.jspecify.annotations.NullMarked;
