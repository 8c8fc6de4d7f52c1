/**
 * Judges criteria: from a picture and an instant to a finding with verdict, reason, source and the instant at which time alone
 * could change it. Concludes nothing about moves.
 */
@NullMarked
package io.signalbox.domain.criterion;

import org.jspecify.annotations.NullMarked;
