@NullMarked
package io.signalbox.domain.signal;

import org.jspecify.annotations.NullMarked;
