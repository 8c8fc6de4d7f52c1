/** The directory in which a server keeps everything, and what can be wrong with the world around it. */
@NullMarked
package io.signalbox.cli.home;

import org.jspecify.annotations.NullMarked;
