/** What is on record about one release: its plan, and the bump, cut and tag of each repository. Facts only. */
@NullMarked
package io.signalbox.domain.release;

import org.jspecify.annotations.NullMarked;
