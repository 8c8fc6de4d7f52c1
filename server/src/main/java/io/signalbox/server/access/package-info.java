/** Who is calling: tokens, sessions, and the one-time link of a first start. What a caller may do is the domain's affair. */
@NullMarked
package io.signalbox.server.access;

import org.jspecify.annotations.NullMarked;
