/** A server as people start it: what it says of a repository, and of what stands in its way. */
@NullMarked
package io.signalbox.cli.up;

import org.jspecify.annotations.NullMarked;
