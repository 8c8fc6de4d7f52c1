/** The contract that every keeper of grants keeps, as tests. */
@NullMarked
package io.signalbox.testkit.access;

import org.jspecify.annotations.NullMarked;
