/** Looks at due subjects: picture, decision, one commit. Knows nothing of connectors. */
@NullMarked
package io.signalbox.engine.reconcile;

import org.jspecify.annotations.NullMarked;
