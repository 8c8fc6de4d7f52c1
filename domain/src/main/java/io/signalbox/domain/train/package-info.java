/** What is on record about an app's train: exceptions to its calendar, cycles opened, and the app's switches. Facts only. */
@NullMarked
package io.signalbox.domain.train;

import org.jspecify.annotations.NullMarked;
