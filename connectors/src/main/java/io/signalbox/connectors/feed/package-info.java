/**
 * A desktop update feed as a destination: the channel file in which electron-updater finds the next version, and the share of people it is
 * offered to.
 *
 * <p>A channel file offers one version. To stop it its share becomes 0: who has the version keeps it, nobody new gets it, and the file
 * still says what was stopped. Putting the former version back would do no more for those who have the new one, because electron-updater
 * never goes back, and a stopped rollout could not be told from one that never was.
 */
@NullMarked
package io.signalbox.connectors.feed;

import org.jspecify.annotations.NullMarked;
