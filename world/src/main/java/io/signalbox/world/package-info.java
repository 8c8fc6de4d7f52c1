/**
 * The world that a release robot acts in: the vendors' systems and the users, simulated behind the vendors' own wire protocols.
 * It is opened and held by a test or a demonstration. It knows the vendors' contracts and nothing of Signalbox's own code.
 */
@NullMarked
package io.signalbox.world;

import org.jspecify.annotations.NullMarked;
