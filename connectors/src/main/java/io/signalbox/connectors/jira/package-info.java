/** Jira Cloud: which bugs block a track. Knows nothing of other trackers. */
@NullMarked
package io.signalbox.connectors.jira;

import org.jspecify.annotations.NullMarked;
