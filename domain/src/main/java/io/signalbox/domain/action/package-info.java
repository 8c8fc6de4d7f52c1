/**
 * Outward effects: what is to be done, where, in which lane, and how far it has come. An action is planned by a decision, sent once,
 * and ended only by what can be read back. Knows nothing of how a call is made.
 */
@NullMarked
package io.signalbox.domain.action;

import org.jspecify.annotations.NullMarked;
