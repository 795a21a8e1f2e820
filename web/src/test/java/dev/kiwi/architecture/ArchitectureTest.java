package dev.kiwi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.kiwi.api.kernel.EventType;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The design's rules of modules and contexts, one sentence each. */
class ArchitectureTest {
    private static final JavaClasses KIWI = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.kiwi");

    @Test
    void contractsDependOnNoSide() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.kiwi.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.kiwi.command..", "dev.kiwi.projection..", "dev.kiwi.query..", "dev.kiwi.web.."));
    }

    @Test
    void contractsKnowNoSpringAndOnlyAxonsMessageAnnotations() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.kiwi.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.axonframework.eventhandling..",
                        "org.axonframework.commandhandling.gateway..",
                        "org.axonframework.eventsourcing..",
                        "org.axonframework.queryhandling..",
                        "org.axonframework.config.."));
    }

    @Test
    void theCommandSideKnowsOnlyContracts() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.kiwi.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.kiwi.projection..", "dev.kiwi.query..", "dev.kiwi.web.."));
    }

    @Test
    void projectionsKnowOnlyContracts() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.kiwi.projection..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.kiwi.command..", "dev.kiwi.query..", "dev.kiwi.web.."));
    }

    @Test
    void theQuerySideKnowsContractsAndReadModels() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.kiwi.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.kiwi.command..", "dev.kiwi.web.."));
    }

    @Test
    void noContextReachesIntoAnotherContextsClasses() {
        check(classes().that().resideInAPackage("dev.kiwi..").should(new StayInTheirContext()));
    }

    @Test
    void everyPackageDeclaresItsNullness() {
        var unmarked = KIWI.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> type.getPackage())
                .distinct()
                .filter(pkg -> !pkg.isAnnotatedWith(NullMarked.class))
                .map(pkg -> pkg.getName())
                .sorted()
                .toList();

        assertThat(unmarked).isEmpty();
    }

    @Test
    void dependenciesArriveThroughConstructors() {
        check(noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value"));
    }

    @Test
    void testsWaitForConditionsAndNeverSleep() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("dev.kiwi");

        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(tests);
    }

    @Test
    void noDrawersForMixedThings() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper"));
    }

    @Test
    void eventsLiveWithTheContracts() {
        check(classes().that().areAnnotatedWith(EventType.class).should().resideInAPackage("dev.kiwi.api.."));
    }

    private static void check(ArchRule rule) {
        rule.check(KIWI);
    }
}
