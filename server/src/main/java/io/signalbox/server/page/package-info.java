/** The web pages: files of the front end, and the headers that keep them safe. */
@NullMarked
package io.signalbox.server.page;

import org.jspecify.annotations.NullMarked;
