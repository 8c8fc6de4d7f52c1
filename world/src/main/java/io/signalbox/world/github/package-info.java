/**
 * GitHub's REST API as a reader of builds sees it: check runs, commit status, workflow runs and artifacts. A thin skin over
 * continuous integration and the git host.
 */
@NullMarked
package io.signalbox.world.github;

import org.jspecify.annotations.NullMarked;
