/**
 * Jira Cloud (REST v3): issues, a search index that lags behind them, and the people who work on them. Knows nothing of releases
 * but the names of versions.
 */
@NullMarked
package io.signalbox.world.jira;

import org.jspecify.annotations.NullMarked;
