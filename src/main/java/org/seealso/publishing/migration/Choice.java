package org.seealso.publishing.migration;

/**
 * Where whoever waits at a place goes on in the new rules.
 *
 * @param process the key of the diagram
 * @param place the id of the element in the old one
 * @param to the id of the element in the new one
 */
public record Choice(String process, String place, String to) {
    Choice back() {
        return new Choice(process, to, place);
    }
}
