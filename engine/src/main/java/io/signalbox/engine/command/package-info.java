/** Takes commands of people and services: permission and facts in one commit. Decides nothing and sends nothing. */
@NullMarked
package io.signalbox.engine.command;

import org.jspecify.annotations.NullMarked;
