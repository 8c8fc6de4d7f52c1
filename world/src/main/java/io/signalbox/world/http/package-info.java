/**
 * HTTP as the simulators need it: a small listener whose every header and byte the world controls, calls and replies as values,
 * and routing. Knows no vendor and no clock of its own.
 */
@NullMarked
package io.signalbox.world.http;

import org.jspecify.annotations.NullMarked;
