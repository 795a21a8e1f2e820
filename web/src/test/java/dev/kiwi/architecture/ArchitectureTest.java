package dev.kiwi.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.kiwi.api.kernel.EventType;
import org.axonframework.eventhandling.EventProcessor;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

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

    /** Axon's default logs a failing event and skips it; the one place dead-letters it (ADR 0012, docs/traps.md). */
    @Test
    void everyEventProcessorIsMadeInOnePlace() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.kiwi.projection.machinery.Processors")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(EventProcessor.class))).and(target(name("builder"))))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.axonframework.config.EventProcessingConfigurer"));
    }

    /** It goes on under its request's id, and logs what fails when nobody listens; what fills a cache is of no request. */
    @Test
    void workOutlivesItsClientInOneWay() {
        check(noClasses()
                .that()
                .haveNameNotMatching(
                        "dev\\.kiwi\\.web\\.(http\\.DetachedWork|idempotency\\.Replays|credential\\..*(Standings|Credentials))")
                .should()
                .callMethod(Mono.class, "toFuture"));
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
