/**
 * The Robot: for each kind of subject a pure, total function from picture and instant to a decision. Nothing here reads a clock,
 * calls out, or throws.
 */
@NullMarked
package io.signalbox.domain.robot;

import org.jspecify.annotations.NullMarked;
