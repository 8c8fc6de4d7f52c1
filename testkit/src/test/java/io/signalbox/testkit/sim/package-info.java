/** Simulated release days and the faults planted to try their judge. */
@NullMarked
package io.signalbox.testkit.sim;

import org.jspecify.annotations.NullMarked;
