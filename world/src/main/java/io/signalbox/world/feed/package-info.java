/**
 * A static file host from which desktop apps update themselves by electron-updater's generic provider. It knows how such clients
 * read a channel file, so that the log can say what users are offered, and nothing of who writes the files.
 */
@NullMarked
package io.signalbox.world.feed;

import org.jspecify.annotations.NullMarked;
