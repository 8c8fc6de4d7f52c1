/** A server's directory. */
@NullMarked
package io.signalbox.cli.home;

import org.jspecify.annotations.NullMarked;
