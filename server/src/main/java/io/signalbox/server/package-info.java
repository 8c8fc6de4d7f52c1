/** The server: what is wired to what. No rules of the business are here. */
@NullMarked
package io.signalbox.server;

import org.jspecify.annotations.NullMarked;
