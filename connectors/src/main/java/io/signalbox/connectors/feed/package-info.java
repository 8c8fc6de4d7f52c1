/**
 * A desktop update feed as a destination: the channel file by which an app's updater finds the next
 * version, and the share of people it is offered to.
 */
@NullMarked
package io.signalbox.connectors.feed;

import org.jspecify.annotations.NullMarked;
