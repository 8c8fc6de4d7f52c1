/** The port to what can be read: which topics a source answers for, and its answers. Knows no vendor. */
@NullMarked
package io.signalbox.engine.source;

import org.jspecify.annotations.NullMarked;
