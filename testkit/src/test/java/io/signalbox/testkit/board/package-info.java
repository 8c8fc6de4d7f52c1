/** What pages say of a track in one situation, made by hand. */
@NullMarked
package io.signalbox.testkit.board;

import org.jspecify.annotations.NullMarked;
