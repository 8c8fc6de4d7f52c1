/** What {@code signalbox.yaml} says, read whole or refused with every fault, and made into an app's policies and connectors. */
@NullMarked
package io.signalbox.cli.config;

import org.jspecify.annotations.NullMarked;
