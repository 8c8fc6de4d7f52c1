/** The one way out: every call has a deadline, a budget and a breaker, goes only where it may, and shows no secret. */
@NullMarked
package io.signalbox.connectors.http;

import org.jspecify.annotations.NullMarked;
