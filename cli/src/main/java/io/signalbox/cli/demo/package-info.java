/** The demo: a world, a server beside it as a child process, and the controls that a person plays with. */
@NullMarked
package io.signalbox.cli.demo;

import org.jspecify.annotations.NullMarked;
