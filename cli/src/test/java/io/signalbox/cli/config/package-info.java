/** What a configuration file may say, and what is said of a wrong one. */
@NullMarked
package io.signalbox.cli.config;

import org.jspecify.annotations.NullMarked;
