package dev.kiwi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What every operation of the document has; each test names the operations that lack it. */
@ExtendWith(WithKiwi.class)
class CompleteDocumentTest {
    private static final String ENVELOPE = "#/components/schemas/ErrorEnvelope";
    private static final List<String> EVERYWHERE = List.of("400", "401", "403", "404", "422", "429");

    private final JsonNode document;
    private final List<Entry> operations;
    private final List<String> routes;

    CompleteDocumentTest(RunningKiwi kiwi) {
        this.document = kiwi.document();
        this.routes =
                kiwi
                        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet()
                        .stream()
                        .flatMap(CompleteDocumentTest::names)
                        .filter(name -> name.matches("[a-z]+ (/v1/.*|/api/v1/.*|/health|/config)"))
                        .toList();
        this.operations = document.path("paths")
                .propertyStream()
                .flatMap(CompleteDocumentTest::entries)
                .toList();
    }

    private record Entry(String name, JsonNode operation) {
        String id() {
            return operation.path("operationId").asString();
        }

        /** Without the mark of the gate. */
        String summary() {
            return operation.path("summary").asString("").replaceFirst("^\\P{L}+", "");
        }

        Stream<Body> answers() {
            return operation
                    .path("responses")
                    .propertyStream()
                    .flatMap(answer -> bodies(answer.getKey(), answer.getValue()));
        }

        Stream<Body> requests() {
            return bodies("request", operation.path("requestBody"));
        }

        private Stream<Body> bodies(String kind, JsonNode parent) {
            return parent.path("content").valueStream().map(media -> new Body(id() + "." + kind, kind, media));
        }
    }

    private record Body(String name, String kind, JsonNode media) {
        boolean isError() {
            return kind.startsWith("4") || kind.startsWith("5");
        }
    }

    private static Stream<Entry> entries(Map.Entry<String, JsonNode> path) {
        return path.getValue()
                .propertyStream()
                .map(method -> new Entry(method.getKey() + " " + path.getKey(), method.getValue()));
    }

    private static Stream<String> names(RequestMappingInfo route) {
        return route.getPatternsCondition().getPatterns().stream()
                .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                        .map(method -> method.name().toLowerCase(Locale.ROOT) + " " + path.getPatternString()));
    }

    private Stream<Body> bodies() {
        return operations.stream().flatMap(entry -> Stream.concat(entry.requests(), entry.answers()));
    }

    private List<String> lacking(Function<Entry, Boolean> has) {
        return operations.stream()
                .filter(entry -> !has.apply(entry))
                .map(Entry::name)
                .toList();
    }

    @Test
    void hasOperations() {
        assertThat(operations).hasSizeGreaterThan(10);
    }

    /** By the handlers that the application really has. */
    @Test
    void everyRouteOfTheDocumentedPathsIsAnOperation() {
        assertThat(operations.stream().map(Entry::name)).containsAll(routes);
        assertThat(routes).hasSizeGreaterThan(10);
    }

    /** An id with a number was made up by the library because two handlers have the same name. */
    @Test
    void everyOperationHasAnIdOfItsOwn() {
        assertThat(operations.stream().map(Entry::id)).doesNotHaveDuplicates();
        assertThat(lacking(entry -> entry.id().matches("[a-zA-Z]+"))).isEmpty();
    }

    @Test
    void everyOperationHasASummary() {
        assertThat(lacking(
                        entry -> !entry.summary().isBlank() && !entry.summary().equals(entry.id())))
                .isEmpty();
    }

    /** The library's own tags are class names. */
    @Test
    void everyOperationHasATagOfOurs() {
        assertThat(lacking(entry -> entry.operation()
                        .path("tags")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .anyMatch(tag -> !tag.endsWith("-controller"))))
                .isEmpty();
    }

    @Test
    void everyParameterIsDescribed() {
        assertThat(lacking(entry -> entry.operation()
                        .path("parameters")
                        .valueStream()
                        .noneMatch(parameter ->
                                parameter.path("description").asString("").isBlank())))
                .isEmpty();
    }

    @Test
    void everyErrorIsTheEnvelope() {
        assertThat(lacking(
                        entry -> EVERYWHERE.stream().allMatch(entry.operation().path("responses")::has)))
                .isEmpty();
        assertThat(bodies().filter(Body::isError))
                .allSatisfy(body ->
                        assertThat(body.media().at("/schema/$ref").asString()).isEqualTo(ENVELOPE));
    }

    @Test
    void everyOperationHasASuccess() {
        assertThat(lacking(entry -> entry.operation()
                        .path("responses")
                        .propertyStream()
                        .anyMatch(answer -> answer.getKey().startsWith("2"))))
                .isEmpty();
    }

    /** The examples are in {@code openapi/examples/<operationId>.<status>.json} and {@code <operationId>.request.json}. */
    @Test
    void everyBodyHasAnExample() {
        assertThat(bodies().filter(body -> !body.media().has("example")).map(Body::name))
                .isEmpty();
    }

    @Test
    void everyExampleMatchesItsSchema() {
        List<String> faults = new ArrayList<>();
        bodies().filter(body -> body.media().has("example"))
                .forEach(body -> SchemaMatch.faults(
                                document,
                                body.media().path("schema"),
                                body.media().path("example"))
                        .forEach(fault -> faults.add(body.name() + ": " + fault)));
        assertThat(faults).isEmpty();
    }

    @Test
    void everySchemaSaysWhatItIs() {
        assertThat(bodies().filter(body -> !body.media().path("schema").has("$ref")
                                && !body.media().path("schema").has("type"))
                        .map(Body::name))
                .isEmpty();
    }

    @Test
    void everyExampleFileBelongsToABody() throws IOException {
        List<String> names = bodies().map(body -> body.name() + ".json").toList();
        // Not the class path: the build leaves files there that were renamed since.
        try (Stream<Path> files = Files.list(Path.of("src/main/resources", Examples.FOLDER))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .isSubsetOf(names);
        }
    }
}
