/**
 * Configuration and policies as people write them. A file is taken whole or refused whole, with every fault at its line. Knows the
 * domain's types; knows nothing of connectors, whose settings are read by those who make them.
 */
@NullMarked
package io.signalbox.codec.yaml;

import org.jspecify.annotations.NullMarked;
