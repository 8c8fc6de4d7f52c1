/**
 * The credentials that the world hands out, and the vendors' ways of checking them. Knows nothing of what a credential may do at
 * a vendor.
 */
@NullMarked
package io.signalbox.world.keys;

import org.jspecify.annotations.NullMarked;
