@NullMarked
package io.signalbox.connectors;

import org.jspecify.annotations.NullMarked;
