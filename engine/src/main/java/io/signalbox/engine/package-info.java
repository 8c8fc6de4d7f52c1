/**
 * The engine's composition: one object whose steps a server drives with threads, a demo with a stepped clock, and a simulation with
 * a seed.
 */
@NullMarked
package io.signalbox.engine;

import org.jspecify.annotations.NullMarked;
