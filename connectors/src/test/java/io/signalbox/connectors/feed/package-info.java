@NullMarked
package io.signalbox.connectors.feed;

import org.jspecify.annotations.NullMarked;
