@NullMarked
package io.signalbox.connectors.sentry;

import org.jspecify.annotations.NullMarked;
