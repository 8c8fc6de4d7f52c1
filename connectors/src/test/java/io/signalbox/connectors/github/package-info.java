@NullMarked
package io.signalbox.connectors.github;

import org.jspecify.annotations.NullMarked;
