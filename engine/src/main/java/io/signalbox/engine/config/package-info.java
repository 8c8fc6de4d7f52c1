/** The port to what is configured: apps, policies, and which connectors serve them. */
@NullMarked
package io.signalbox.engine.config;

import org.jspecify.annotations.NullMarked;
