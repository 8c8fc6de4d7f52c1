package io.signalbox.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may use what, each rule as a test that says it in words. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.signalbox");

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }

    /** A rule over nothing, or one that cannot fail, would hold for ever. */
    @Test
    void theRulesBite() {
        assertThat(OURS.size()).isGreaterThan(400);
        ArchRule noTimeInTheServer = noClasses()
                .that()
                .resideInAPackage("io.signalbox.server..")
                .should(new NotCall(List.of("java.lang.System.nanoTime")));
        assertThat(noTimeInTheServer.evaluate(OURS).hasViolation()).isTrue();
        ArchRule serverIsData =
                classes().that().resideInAPackage("io.signalbox.server..").should(new BeDataOrFunctions());
        assertThat(serverIsData.evaluate(OURS).hasViolation()).isTrue();
    }

    @Test
    void theDomainUsesNoFrameworkAndNoInputOrOutput() {
        DescribedPredicate<JavaClass> allowed = resideInAnyPackage(
                        "io.signalbox.domain..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.nio.charset..",
                        "java.security..",
                        "org.jspecify.annotations..")
                .or(DescribedPredicate.describe("URI", c -> c.getName().equals("java.net.URI")));
        holds(classes()
                .that()
                .resideInAPackage("io.signalbox.domain..")
                .should()
                .onlyDependOnClassesThat(allowed));
    }

    @Test
    void noClockNoChanceAndNoThreadOutsideAdapters() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("io.signalbox.domain..", "io.signalbox.engine..", "io.signalbox.codec..")
                .should(new NotCall(List.of(
                        "java.time.Instant.now",
                        "java.time.Clock.system",
                        "java.time.InstantSource.system",
                        "java.time.LocalDate.now",
                        "java.time.LocalDateTime.now",
                        "java.time.ZonedDateTime.now",
                        "java.lang.System.currentTimeMillis",
                        "java.lang.System.nanoTime",
                        "java.lang.Math.random",
                        "java.util.UUID.randomUUID",
                        "java.lang.Thread."))));
    }

    @Test
    void publicTypesOfTheDomainAreDataOrHoldersOfFunctions() {
        holds(classes()
                .that()
                .resideInAPackage("io.signalbox.domain..")
                .and()
                .arePublic()
                .should(new BeDataOrFunctions()));
    }

    @Test
    void theEngineSeesPortsOnly() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox.engine..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.signalbox.codec..",
                        "io.signalbox.storage..",
                        "io.signalbox.connectors..",
                        "io.signalbox.server..",
                        "io.signalbox.world..",
                        "io.signalbox.cli..",
                        "java.net.http..",
                        "java.sql..",
                        "org.springframework..",
                        "tools.jackson..")));
    }

    @Test
    void noConnectorSeesAnother() {
        holds(slices().matching("io.signalbox.connectors.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("io.signalbox.connectors.http..")));
    }

    @Test
    void connectorsSeeTheEngineAndNothingAboveIt() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox.connectors..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.signalbox.storage..",
                        "io.signalbox.server..",
                        "io.signalbox.cli..",
                        "org.springframework..")));
    }

    @Test
    void theWorldSeesNoneOfOurs() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox.world..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.signalbox..")
                        .and(DescribedPredicate.not(resideInAPackage("io.signalbox.world..")))));
    }

    @Test
    void theProductDoesNotKnowTheWorld() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox..")
                .and()
                .resideOutsideOfPackages("io.signalbox.world..", "io.signalbox.cli..", "io.signalbox.bench..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.signalbox.world..")));
    }

    @Test
    void everyOutwardCallGoesThroughOneWayOut() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox..")
                .and()
                .resideOutsideOfPackages(
                        "io.signalbox.connectors.http..",
                        "io.signalbox.cli..",
                        "io.signalbox.world..",
                        "io.signalbox.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http.."));
    }

    @Test
    void springIsInTheServerAndItsDatabasePartsInStorage() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox..")
                .and()
                .resideOutsideOfPackages("io.signalbox.server..", "io.signalbox.storage..", "io.signalbox.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.."));
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox.storage..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                "org.springframework.jdbc..",
                                "org.springframework.dao..",
                                "org.springframework.transaction..")))));
    }

    @Test
    void sqlIsInStorageAlone() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox..")
                .and()
                .resideOutsideOfPackages("io.signalbox.storage..", "io.signalbox.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql.."));
    }

    @Test
    void theRecordsOfTheApiStayInTheServer() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox..")
                .and()
                .resideOutsideOfPackage("io.signalbox.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.signalbox.server.api.."));
    }

    @Test
    void theAuditDrawsItsOwnConclusions() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.signalbox.domain.robot..",
                        "io.signalbox.domain.picture..",
                        "io.signalbox.engine.reconcile..",
                        "io.signalbox.engine.send..",
                        "io.signalbox.engine.watch..",
                        "io.signalbox.engine.command..",
                        "io.signalbox.engine.board.."));
    }

    @Test
    void policiesAndCriteriaAreDataAndNoExpressionsThatAreEvaluated() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(
                        "io.signalbox.domain..",
                        "io.signalbox.engine..",
                        "io.signalbox.codec..",
                        "io.signalbox.server..",
                        "io.signalbox.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.script..",
                        "javax.el..",
                        "jakarta.el..",
                        "org.springframework.expression..",
                        "org.mvel2..",
                        "groovy.."));
    }

    @Test
    void noPackagesGoRoundInCircles() {
        for (String module :
                List.of("domain", "engine", "audit", "codec", "storage", "connectors", "world", "server", "cli")) {
            holds(slices().matching("io.signalbox." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles());
        }
    }

    @Test
    void nothingStaticChanges() {
        holds(fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.signalbox..")
                .and()
                .areStatic()
                .should()
                .beFinal());
    }

    @Test
    void nothingIsInjectedIntoFields() {
        holds(noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.signalbox..")
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired"));
        holds(noClasses()
                .that()
                .resideInAPackage("io.signalbox..")
                .should()
                .beAnnotatedWith("org.springframework.transaction.annotation.Transactional"));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            List<Path> folders = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> f.toString().replace('\\', '/').contains("/src/main/java/"))
                    .map(f -> f.toAbsolutePath().getParent())
                    .distinct()
                    .toList();
            assertThat(folders).hasSizeGreaterThan(30).allSatisfy(folder -> {
                Path info = folder.resolve("package-info.java");
                assertThat(info).exists();
                assertThat(Files.readString(info)).contains("/**").contains("@NullMarked");
            });
        }
    }

    /** A record, an enum, an interface, a subtype of exception, or a final class without a state of its own. */
    private static final class BeDataOrFunctions extends ArchCondition<JavaClass> {
        BeDataOrFunctions() {
            super("be data, or holders of functions");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean data = type.isRecord() || type.isEnum() || type.isInterface();
            boolean holder = type.getModifiers().contains(JavaModifier.FINAL)
                    && type.getFields().stream().allMatch(f -> f.getModifiers().contains(JavaModifier.FINAL));
            if (!data && !holder) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " is neither data nor a holder of functions"));
            }
        }
    }

    /** Calls of methods whose full name begins with one of these. */
    private static final class NotCall extends ArchCondition<JavaClass> {
        private final List<String> names;

        NotCall(List<String> names) {
            super("call " + names);
            this.names = names;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Stream.concat(type.getCodeUnitCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream())
                    .filter(call -> names.stream().anyMatch(call.getTarget().getFullName()::startsWith))
                    .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
        }
    }
}
