/** The engine in one thread: seeded chance, virtual time, replicas that crash, replies that are lost, and a small outside world. */
@NullMarked
package io.signalbox.testkit.sim;

import org.jspecify.annotations.NullMarked;
