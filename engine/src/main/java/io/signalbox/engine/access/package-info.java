/** The port to who holds which secret: only hashes are kept. Knows nothing of how a secret is made or presented. */
@NullMarked
package io.signalbox.engine.access;

import org.jspecify.annotations.NullMarked;
