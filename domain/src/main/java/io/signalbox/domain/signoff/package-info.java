/** What a team's word is worth for the candidate at hand. Knows teams, words and commits, not policies or moves. */
@NullMarked
package io.signalbox.domain.signoff;

import org.jspecify.annotations.NullMarked;
