/** The command line: {@code up}, {@code demo} and the smaller commands. Puts the modules together; holds no rules of the business. */
@NullMarked
package io.signalbox.cli;

import org.jspecify.annotations.NullMarked;
