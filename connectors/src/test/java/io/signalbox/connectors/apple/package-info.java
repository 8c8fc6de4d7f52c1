@NullMarked
package io.signalbox.connectors.apple;

import org.jspecify.annotations.NullMarked;
