/** The append-only record of what happened, who did it and why, as typed facts. */
@NullMarked
package io.signalbox.engine.journal;

import org.jspecify.annotations.NullMarked;
