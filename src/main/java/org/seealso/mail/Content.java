package org.seealso.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message holds below its headers. */
record Content(String text, List<String> files, Incoming.@Nullable Report report) {
    static final Content EMPTY = new Content("", List.of(), null);
}
