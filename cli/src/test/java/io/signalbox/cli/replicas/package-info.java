/** Several real server processes on one PostgreSQL, killed, stopped and cut off; judged by what the outside logged. */
@NullMarked
package io.signalbox.cli.replicas;

import org.jspecify.annotations.NullMarked;
