package org.seealso.letter;

/** The rules a letter is written under: a running mentorship keeps those of its own deployment (house law 5). */
public record Under(String deployment, String program) {}
