/** A small client of Signalbox's own API. */
@NullMarked
package io.signalbox.cli.http;

import org.jspecify.annotations.NullMarked;
