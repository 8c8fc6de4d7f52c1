/** Values of every shape that a type can have, and files that hold the stored form of such values for good. Knows no format. */
@NullMarked
package io.signalbox.testkit.values;

import org.jspecify.annotations.NullMarked;
