/** The contract that every storage keeps, as tests. */
@NullMarked
package io.signalbox.testkit.storage;

import org.jspecify.annotations.NullMarked;
