/** GitHub as CI: which commits of main are green, and what became of a track's builds. Knows nothing of other hosts. */
@NullMarked
package io.signalbox.connectors.github;

import org.jspecify.annotations.NullMarked;
