@NullMarked
package io.signalbox.connectors.play;

import org.jspecify.annotations.NullMarked;
