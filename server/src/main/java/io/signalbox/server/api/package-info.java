/** The HTTP API under /api/v1, and its problems. */
@NullMarked
package io.signalbox.server.api;

import org.jspecify.annotations.NullMarked;
