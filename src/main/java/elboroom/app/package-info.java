/** The JavaFX window: shell, one package per tab, widgets and threads. */
@NullMarked
package elboroom.app;

import org.jspecify.annotations.NullMarked;
