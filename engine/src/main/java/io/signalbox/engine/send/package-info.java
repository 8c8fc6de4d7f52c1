/** Brings planned actions about: decides once more, marks, calls, records. Never repeats what may have happened. */
@NullMarked
package io.signalbox.engine.send;

import org.jspecify.annotations.NullMarked;
