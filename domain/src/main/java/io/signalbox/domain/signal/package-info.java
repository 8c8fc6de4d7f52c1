/**
 * What sources say: typed readings about subjects with the source's own time, and the rule that turns a reading into evidence or
 * into a named kind of not knowing. Knows nothing of vendors, and concludes nothing.
 */
@NullMarked
package io.signalbox.domain.signal;

import org.jspecify.annotations.NullMarked;
