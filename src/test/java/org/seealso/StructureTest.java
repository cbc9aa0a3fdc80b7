package org.seealso;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the house that concern Java (laws 1 and 2), tested instead of remembered. */
@AnalyzeClasses(packages = "org.seealso", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {
    private static final String[] ROOMS = packages(
            "program",
            "reschedule",
            "interest",
            "carryover",
            "reconfirm",
            "orientation",
            "informationsession",
            "admission",
            "matching",
            "consent",
            "pool",
            "registration",
            "trialreview",
            "mentorship",
            "agreement",
            "plans",
            "change",
            "firstcontact",
            "checkin",
            "fitproblem",
            "conduct",
            "closing",
            "exchange",
            "gathering",
            "help",
            "mypage",
            "reply",
            "undelivered");

    /** From the floor up: each may use only those before it. */
    private static final List<String> FURNITURE = List.of(
            "engine",
            "people",
            "rules",
            "form",
            "answer",
            "confidence",
            "mail",
            "letter",
            "emailedform",
            "privacy",
            "security");

    private static final String[] ATTIC = packages("desk", "rehearsal", "publishing");

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> "org.seealso." + name + "..").toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule roomsMeetOnlyInDiagrams = slices().matching("org.seealso.(*)..")
            .that(DescribedPredicate.describe(
                    "are rooms", slice -> slice.stream().anyMatch(resideInAnyPackage(ROOMS))))
            .should()
            .notDependOnEachOther()
            .because("rooms meet in a call activity or a message (law 1)");

    @ArchTest
    static final ArchRule furnitureStandsBelowTheRooms = noClasses()
            .that()
            .resideInAnyPackage(packages(FURNITURE.toArray(String[]::new)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOMS)
            .because("furniture serves every room and knows none (law 1)");

    @ArchTest
    static final ArchRule nobodyDependsOnTheAttic = noClasses()
            .that()
            .resideOutsideOfPackages(ATTIC)
            .and()
            .resideOutsideOfPackage("org.seealso.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ATTIC)
            .because("the attic sees everything and is seen by nobody but the front door (law 1)");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.seealso.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineIsKnownToFewClasses = noClasses()
            .that(DescribedPredicate.not(resideInAnyPackage(
                            packages("engine", "rules", "emailedform", "security", "desk", "rehearsal", "publishing"))
                    .or(namedInside("Process"))
                    .or(namedInside("Delegate"))
                    .or(namedInside("Listener"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("we may have to leave this engine one day (law 2)");

    @ArchTest
    static final ArchRule mailIsKnownToOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.seealso.mail..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.mail..", "com.icegreen.."))
            .because("only mail speaks SMTP and IMAP (law 2)");

    @ArchTest
    static final ArchRule delegatesAreCalledDelegates =
            classes().that().implement(JavaDelegate.class).should().haveSimpleNameEndingWith("Delegate");

    @ArchTest
    static final ArchRule namesSayWhatAClassIsFor = noClasses()
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("such a name could hold anything");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("org.seealso.command..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .orShould()
            .callConstructor(java.util.Date.class)
            .because("a season is tested in a minute only if one clock rules everything (law 8)");

    @ArchTest
    static final ArchRule idsComeFromOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.seealso.engine.Ids")
            .should()
            .accessTargetWhere(JavaAccess.Predicates.target(owner(equivalentTo(UUID.class)))
                    .and(JavaAccess.Predicates.target(name("randomUUID"))))
            .because("the same season twice is the same only if its ids are");

    @ParameterizedTest
    @MethodSource("furniture")
    void furnitureUsesOnlyWhatStandsBelow(String piece) {
        String[] above = packages(FURNITURE
                .subList(FURNITURE.indexOf(piece) + 1, FURNITURE.size())
                .toArray(String[]::new));
        if (above.length > 0) {
            noClasses()
                    .that(resideInAPackage("org.seealso." + piece + ".."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .allowEmptyShould(true)
                    .check(Classes.OF_THE_HOUSE);
        }
    }

    static List<String> furniture() {
        return FURNITURE;
    }

    @Test
    void everyPackageSaysWhatHappensInItAndIsNullMarked() throws IOException {
        Path sources = Path.of("src/main/java/org/seealso");
        try (Stream<Path> folders = Files.list(sources).filter(Files::isDirectory)) {
            assertThat(folders)
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .exists()
                            .content()
                            .contains("@NullMarked")
                            .startsWith("/**"));
        }
    }

    /** A record or helper inside a delegate belongs to the delegate. */
    private static DescribedPredicate<JavaClass> namedInside(String suffix) {
        return DescribedPredicate.describe("are or stand inside …" + suffix, type -> {
            JavaClass outer = type;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return simpleNameEndingWith(suffix).test(outer);
        });
    }

    private static final class Classes {
        static final com.tngtech.archunit.core.domain.JavaClasses OF_THE_HOUSE =
                new com.tngtech.archunit.core.importer.ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.seealso");
    }
}
