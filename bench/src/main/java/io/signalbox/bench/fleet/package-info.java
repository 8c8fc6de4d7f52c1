/** Many apps with all that their sources say, made up but whole: what engine and server are measured with. */
@NullMarked
package io.signalbox.bench.fleet;

import org.jspecify.annotations.NullMarked;
