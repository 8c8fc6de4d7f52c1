/** Asks sources and keeps their answers as signals. Knows nothing of decisions. */
@NullMarked
package io.signalbox.engine.watch;

import org.jspecify.annotations.NullMarked;
