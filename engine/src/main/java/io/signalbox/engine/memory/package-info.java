/** Storage in memory with the same contract as the database, for simulation and rehearsal. */
@NullMarked
package io.signalbox.engine.memory;

import org.jspecify.annotations.NullMarked;
