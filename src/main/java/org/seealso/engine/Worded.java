package org.seealso.engine;

/** Something that becomes words only when it is known in which language it is read, such as the title of a meeting. */
@FunctionalInterface
public interface Worded {
    Object in(Language language);
}
