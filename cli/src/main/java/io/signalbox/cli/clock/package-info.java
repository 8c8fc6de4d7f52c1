/** The stepped clock: it stands while work runs, then jumps to the earliest instant at which anything is due. */
@NullMarked
package io.signalbox.cli.clock;

import org.jspecify.annotations.NullMarked;
