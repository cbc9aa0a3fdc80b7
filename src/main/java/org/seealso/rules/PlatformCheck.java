package org.seealso.rules;

import java.util.regex.Pattern;

/** SeeAlso runs what the Modeler calls Camunda 7; its files for Camunda 8 look alike and would do nothing. */
final class PlatformCheck {
    private static final Pattern CAMUNDA_8 = Pattern.compile("http://camunda\\.org/schema/zeebe/"
            + "|executionPlatform=\"Camunda Cloud\"|\"executionPlatform\"\\s*:\\s*\"Camunda Cloud\"");

    private PlatformCheck() {}

    /** Whether the file is for Camunda 8, which is then its only fault: all others follow from it. */
    static boolean isForAnother(String text, FaultList faults) {
        if (!CAMUNDA_8.matcher(text).find()) {
            return false;
        }
        faults.addWhole(
                "It was made for Camunda 8, which SeeAlso does not run.",
                "In the Camunda Modeler, begin a new file under Camunda 7 (Camunda Platform 7.24) and copy its contents"
                        + " there.");
        return true;
    }
}
