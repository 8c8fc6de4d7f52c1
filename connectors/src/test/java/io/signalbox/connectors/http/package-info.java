@NullMarked
package io.signalbox.connectors.http;

import org.jspecify.annotations.NullMarked;
