/**
 * The App Store: what it does with each version, and how to change it, by the App Store Connect API. A version is approved, then released
 * by a call, then rolled out by Apple in seven daily steps that can be paused and skipped but not chosen.
 */
@NullMarked
package io.signalbox.connectors.apple;

import org.jspecify.annotations.NullMarked;
