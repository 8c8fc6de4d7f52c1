@NullMarked
package io.signalbox.cli.clock;

import org.jspecify.annotations.NullMarked;
