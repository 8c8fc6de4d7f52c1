/** When a bug still blocks: closed is not fixed. Knows trackers and people's rulings, not policies or moves. */
@NullMarked
package io.signalbox.domain.blocker;

import org.jspecify.annotations.NullMarked;
