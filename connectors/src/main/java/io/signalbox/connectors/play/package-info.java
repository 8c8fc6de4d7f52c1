/**
 * Google Play: what a track offers, and how to change it, by the publishing API (androidpublisher v3).
 *
 * <p>Plain HTTP and not Google's generated client: seven calls are needed, and each must run on the errand's deadline and right of way,
 * be sent exactly once, follow no redirect and be dated by our clock. Google's client repeats and redirects by itself, dates its tokens by
 * the machine, and would bring some twenty libraries. It is the witness in the tests of the simulator instead.
 *
 * <p>One user may have one open edit of an app: opening another kills the first, and reading how far a rollout is needs an edit too. So the
 * service account must be Signalbox's own, and {@link io.signalbox.connectors.play.Turns} lets one errand of this process have an edit at
 * a time, a stop before all others.
 */
@NullMarked
package io.signalbox.connectors.play;

import org.jspecify.annotations.NullMarked;
