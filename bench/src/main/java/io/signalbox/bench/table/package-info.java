/** What was measured, and the table that shows it. */
@NullMarked
package io.signalbox.bench.table;

import org.jspecify.annotations.NullMarked;
