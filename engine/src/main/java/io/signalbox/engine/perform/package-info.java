/** The port to what can be brought about outside. A reply is yes, no, or nothing that can be trusted. */
@NullMarked
package io.signalbox.engine.perform;

import org.jspecify.annotations.NullMarked;
