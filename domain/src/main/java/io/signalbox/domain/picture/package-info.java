/** Everything that is known of a subject at one instant: the whole input of a decision, but for the policy's time. */
@NullMarked
package io.signalbox.domain.picture;

import org.jspecify.annotations.NullMarked;
