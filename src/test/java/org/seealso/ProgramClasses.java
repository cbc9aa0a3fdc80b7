package org.seealso;

import java.io.File;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Child processes of tests run the program alone: component scanning would find the tests' own parts, too. */
public final class ProgramClasses {
    private ProgramClasses() {}

    public static String path() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static void forRehearsals() {
        System.setProperty("seealso.rehearsal.classes", path());
    }
}
