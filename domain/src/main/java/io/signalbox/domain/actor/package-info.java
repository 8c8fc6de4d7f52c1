/** Who does things: people, services, the Robot, and stores that act by themselves. What each may do is decided elsewhere. */
@NullMarked
package io.signalbox.domain.actor;

import org.jspecify.annotations.NullMarked;
