package org.seealso.mail;

/**
 * A file that goes with a letter, such as a certificate.
 *
 * @param name as the reader sees it, with its ending
 * @param type the media type, such as {@code application/pdf}
 */
public record Attachment(String name, String type, byte[] content) {}
