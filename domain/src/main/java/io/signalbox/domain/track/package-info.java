/**
 * What is on record about one track: stage, candidate, destinations, holds, questions, sign-offs, waivers. Facts only; which of
 * them let a track move is decided in {@code domain.robot}.
 */
@NullMarked
package io.signalbox.domain.track;

import org.jspecify.annotations.NullMarked;
