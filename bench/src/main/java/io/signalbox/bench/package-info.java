/**
 * The figures that Signalbox promises, measured: each beside its target and beside the floor of the same run. Medians over
 * repeats; nothing here is used by the product.
 */
@NullMarked
package io.signalbox.bench;

import org.jspecify.annotations.NullMarked;
