/** Tests of the git connector, on repositories made in the test and on the world's git host. */
@NullMarked
package io.signalbox.connectors.git;

import org.jspecify.annotations.NullMarked;
