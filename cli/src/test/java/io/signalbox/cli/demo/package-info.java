/** Whole releases in the world, over HTTP, real git and PostgreSQL. */
@NullMarked
package io.signalbox.cli.demo;

import org.jspecify.annotations.NullMarked;
