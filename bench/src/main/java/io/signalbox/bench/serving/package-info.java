/** How quickly pages are served under load, and what they cost others: a server in a process of its own, and its readers. */
@NullMarked
package io.signalbox.bench.serving;

import org.jspecify.annotations.NullMarked;
