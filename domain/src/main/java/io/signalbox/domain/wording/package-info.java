/** Words for people, found when somebody reads. Plain, short, present tense: cause, then consequence. Nothing is decided here. */
@NullMarked
package io.signalbox.domain.wording;

import org.jspecify.annotations.NullMarked;
