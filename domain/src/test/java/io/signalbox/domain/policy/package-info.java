@NullMarked
package io.signalbox.domain.policy;

import org.jspecify.annotations.NullMarked;
