/**
 * The one door through which requests reach the vendors: it numbers them, lets planned faults come about, calls whoever watches,
 * and logs. Knows no vendor's protocol.
 */
@NullMarked
package io.signalbox.world.gate;

import org.jspecify.annotations.NullMarked;
