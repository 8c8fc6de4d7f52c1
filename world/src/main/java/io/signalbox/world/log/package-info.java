/**
 * The record of what truly happened in the world, in one total order, written for an independent judge. Knows the words of a
 * release (exposure, review, build) but no vendor's protocol.
 */
@NullMarked
package io.signalbox.world.log;

import org.jspecify.annotations.NullMarked;
