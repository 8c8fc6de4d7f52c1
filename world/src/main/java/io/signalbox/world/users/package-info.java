/**
 * The people who install the apps, use them and see them crash. They know what the stores offer, and nothing of how it came to be
 * offered.
 */
@NullMarked
package io.signalbox.world.users;

import org.jspecify.annotations.NullMarked;
