package org.seealso.exchange.sheet;

/** A file that is no table we can read; says why and what to do, for the person who chose it. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String whatToDo;

    public Unreadable(String why, String whatToDo) {
        super(why);
        this.why = why;
        this.whatToDo = whatToDo;
    }

    public String why() {
        return why;
    }

    public String whatToDo() {
        return whatToDo;
    }
}
