/**
 * The PostgreSQL that Signalbox starts for itself: unpacked, initialised, started, watched, adopted after a hard kill.
 * Knows no table and no port of the engine: what it gives is a URL, a user and a password.
 */
@NullMarked
package io.signalbox.storage.embedded;

import org.jspecify.annotations.NullMarked;
