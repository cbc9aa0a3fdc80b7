package org.seealso.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The decision tables of the repository, read by the product's own engine. */
final class Tables {
    private Tables() {}

    static DecisionTable table(String decision) {
        try {
            return new DecisionTable(decision, Files.readAllBytes(Path.of("processes", decision + ".dmn")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
