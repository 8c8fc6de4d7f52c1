/** Time that stands still until it is moved. */
@NullMarked
package io.signalbox.testkit.time;

import org.jspecify.annotations.NullMarked;
