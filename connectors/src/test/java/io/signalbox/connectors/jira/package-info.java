@NullMarked
package io.signalbox.connectors.jira;

import org.jspecify.annotations.NullMarked;
