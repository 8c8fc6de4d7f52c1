/**
 * App Store Connect: apps, builds, versions, review and phased releases (spec 4.4.1), and the console in which people act. States
 * are immutable; what time alone does to them is a pure function. Knows nothing of whoever calls.
 */
@NullMarked
package io.signalbox.world.apple;

import org.jspecify.annotations.NullMarked;
