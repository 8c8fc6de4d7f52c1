/**
 * Google Play: the publishing API (androidpublisher v3), the review behind it, and the console in which people act. The model keeps
 * apart what a developer has asked for and what users are offered. Knows nothing of whoever calls.
 */
@NullMarked
package io.signalbox.world.play;

import org.jspecify.annotations.NullMarked;
