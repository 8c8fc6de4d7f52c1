/**
 * The world's virtual time: a clock that moves only when its owner moves it, and what is due on the way. Knows nothing of
 * vendors and never reads the machine's clock.
 */
@NullMarked
package io.signalbox.world.time;

import org.jspecify.annotations.NullMarked;
