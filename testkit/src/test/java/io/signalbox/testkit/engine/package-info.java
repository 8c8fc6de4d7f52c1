/** The engine in memory, driven by hand through the situations that requirements name. */
@NullMarked
package io.signalbox.testkit.engine;

import org.jspecify.annotations.NullMarked;
