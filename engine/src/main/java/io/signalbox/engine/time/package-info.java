/** The two clocks: business time for everything that is decided or stored, and a ticker for how long things take. */
@NullMarked
package io.signalbox.engine.time;

import org.jspecify.annotations.NullMarked;
