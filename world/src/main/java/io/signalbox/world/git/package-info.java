/**
 * A git host: bare repositories on disk, the developers who commit to them, and smart HTTP. Knows nothing of builds or releases
 * but the file in which a code base keeps its version.
 */
@NullMarked
package io.signalbox.world.git;

import org.jspecify.annotations.NullMarked;
