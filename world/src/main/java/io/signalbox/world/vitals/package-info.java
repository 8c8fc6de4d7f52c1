/**
 * The Play Developer Reporting API (v1beta1): crash rates of production by the hour and by the day, published late. A thin skin over
 * what the users did.
 */
@NullMarked
package io.signalbox.world.vitals;

import org.jspecify.annotations.NullMarked;
