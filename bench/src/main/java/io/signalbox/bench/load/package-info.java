/** Load at a fixed rate, and how long each request took from the instant when it was due. Knows nothing of what it sends. */
@NullMarked
package io.signalbox.bench.load;

import org.jspecify.annotations.NullMarked;
