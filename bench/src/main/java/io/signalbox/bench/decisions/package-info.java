/** How many decisions a second: the pure function alone, the engine in memory and on PostgreSQL, and what bare SQL would do. */
@NullMarked
package io.signalbox.bench.decisions;

import org.jspecify.annotations.NullMarked;
