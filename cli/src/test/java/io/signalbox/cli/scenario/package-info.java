/** The scenario's variants: what happens when it does not go as planned. */
@NullMarked
package io.signalbox.cli.scenario;

import org.jspecify.annotations.NullMarked;
