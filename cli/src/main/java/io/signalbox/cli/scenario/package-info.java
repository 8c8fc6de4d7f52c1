/** The acceptance scenario: what people and the outside do, at which virtual time, and what must then come true. Sees the server through its API only. */
@NullMarked
package io.signalbox.cli.scenario;

import org.jspecify.annotations.NullMarked;
