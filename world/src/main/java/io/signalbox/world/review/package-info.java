/**
 * The stores' reviewers: what they will decide and when. Knows neither store; each asks its desk.
 */
@NullMarked
package io.signalbox.world.review;

import org.jspecify.annotations.NullMarked;
