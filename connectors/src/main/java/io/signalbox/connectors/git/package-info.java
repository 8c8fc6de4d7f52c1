/**
 * Git: reads a repository as it concerns releases, and makes the bump, the branch and the tag, each once. Also surveys a repository
 * of which nothing is known. Knows refs and commits, and nothing of any host's own API.
 */
@NullMarked
package io.signalbox.connectors.git;

import org.jspecify.annotations.NullMarked;
