/**
 * Continuous integration: what it does by itself when refs move and when night comes, and how it can be made to fail. Knows code
 * bases, but neither the stores that it uploads to nor the HTTP face in front of it.
 */
@NullMarked
package io.signalbox.world.ci;

import org.jspecify.annotations.NullMarked;
