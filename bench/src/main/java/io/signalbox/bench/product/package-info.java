/** The product as people start it: how soon {@code up} is ready, what it needs while idle, what one {@code demo} costs. */
@NullMarked
package io.signalbox.bench.product;

import org.jspecify.annotations.NullMarked;
