/** Texts that come with the program, with places to be filled in. */
@NullMarked
package io.signalbox.cli.text;

import org.jspecify.annotations.NullMarked;
