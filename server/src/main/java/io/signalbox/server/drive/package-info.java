/** Drives the engine: starts what is due, on threads, in real time. A stepped clock drives the same work from outside. */
@NullMarked
package io.signalbox.server.drive;

import org.jspecify.annotations.NullMarked;
