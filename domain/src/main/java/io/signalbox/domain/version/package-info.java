/**
 * Version names and build numbers: how the next one follows from the last, and who may have which number. Knows nothing of where
 * they are written down.
 */
@NullMarked
package io.signalbox.domain.version;

import org.jspecify.annotations.NullMarked;
