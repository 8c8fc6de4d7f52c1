/** The real thing: a server on a directory of its own, by the machine's clock, and the commands around it. */
@NullMarked
package io.signalbox.cli.up;

import org.jspecify.annotations.NullMarked;
