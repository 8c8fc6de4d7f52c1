/**
 * Civil time: when a train leaves, which milestones a release has, when people are at work. Everything is given a zone and is safe
 * across daylight saving; the present instant is always passed in.
 */
@NullMarked
package io.signalbox.domain.calendar;

import org.jspecify.annotations.NullMarked;
