/**
 * Why something is as it is: sealed facts with their numbers, and whose turn follows from each. Never text: words are found when
 * somebody reads.
 */
@NullMarked
package io.signalbox.domain.reason;

import org.jspecify.annotations.NullMarked;
