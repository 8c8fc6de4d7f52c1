/** The overview of each app, made once for all readers, and notices of its changes. */
@NullMarked
package io.signalbox.server.live;

import org.jspecify.annotations.NullMarked;
