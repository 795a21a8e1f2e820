package dev.kiwi.web.leaderboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.ingest.RecordSubmission;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.GetPreviousCapture.PreviousCapture;
import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.leaderboard.BacklogSettings;
import dev.kiwi.command.leaderboard.DumpBacklog;
import dev.kiwi.command.leaderboard.DumpIntake;
import dev.kiwi.command.leaderboard.FiledRows;
import dev.kiwi.command.schedule.Jobs;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.fixture.KnownProjections;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.submission.SubmissionLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** leaderboards.md 6.1 and 6.3: the answers to a dump, and its row in the ingest log. */
class InsertTest {
    private static final Instant NOW = Instant.parse("2026-06-10T15:30:45Z");
    private static final long STAMP = NOW.getEpochSecond() - 45;
    private static final String DUMP = "Id$Cat$7001 = WOLVES$STATS##1;Mira;912|2;Tom;880.5\n";
    private static final Caller BOT = new Caller.Token("acc", "tok", "bot", true);

    @TempDir
    Path directory;

    private final List<Object> sent = new CopyOnWriteArrayList<>();
    private final IngestThreads threads = new IngestThreads();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BlockingWork blocking = new BlockingWork();
    private RuntimeException failure;
    private boolean cutShort;
    private final KnownProjections projections = new KnownProjections();
    /** How far the leaderboards were, whenever the analysis was woken. */
    private final List<Long> wokenAt = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        blocking.close();
        threads.close();
    }

    private WebTestClient.ResponseSpec post(String query, MultipartBodyBuilder parts) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        FileBlobs blobs = new FileBlobs(directory);
        KnownCommands commands = new KnownCommands();
        DumpInsert inserts = new DumpInsert(
                new UploadedFile(threads),
                new DumpIntake(blobs, 1),
                new DumpFiling(
                        () -> 3, (sha256, capture) -> {}, commands, new FiledRows(meters), threads, guard(), clock),
                new DumpBacklog(blobs, new BacklogSettings(directory, false, 0), clock),
                new SubmissionLog(commands),
                threads,
                new AnalysisWaker(new NoJobs(), projections, blocking));
        return WebTestClient.bindToController(new InsertController(inserts))
                .controllerAdvice(new Refusals())
                .argumentResolvers(resolvers -> resolvers.addCustomResolver(new AlwaysTheBot()))
                .build()
                .post()
                .uri("/v1/leaderboards/insert" + query)
                .body(BodyInserters.fromMultipartData(parts.build()))
                .exchange();
    }

    /** Nothing was filed before, so everything is complete, unless {@link #cutShort}. */
    private CompletenessGuard guard() {
        Map<Integer, Integer> entries =
                IntStream.rangeClosed(1, 20).boxed().collect(Collectors.toMap(board -> board, board -> 1));
        PreviousCapture before =
                cutShort ? new PreviousCapture(STAMP - 600, entries) : new PreviousCapture(null, Map.of());
        Queries queries = new Queries() {
            @Override
            public <R> Mono<R> ask(Object query, Class<R> resultType) {
                return Mono.just(resultType.cast(before));
            }
        };
        return new CompletenessGuard(queries, new ShippedSettings());
    }

    private static MultipartBodyBuilder file(String text) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("other", "ignored");
        parts.part("file", new ByteArrayResource(text.getBytes(UTF_8)), MediaType.TEXT_PLAIN)
                .filename("LeaderBot.cfg");
        return parts;
    }

    private RecordSubmission logged() {
        assertThat(sent).filteredOn(RecordSubmission.class::isInstance).hasSize(1);
        return (RecordSubmission) sent.getLast();
    }

    private static WebTestClient.BodyContentSpec body(WebTestClient.ResponseSpec answer, int status) {
        return answer.expectStatus().isEqualTo(status).expectBody();
    }

    @Test
    void answers202WithoutCounts() {
        body(post("?timestamp=" + STAMP, file(DUMP)), 202)
                .jsonPath("$.accepted")
                .isEqualTo(true)
                .jsonPath("$.bytes")
                .isEqualTo(DUMP.length())
                .jsonPath("$.anchor")
                .isEmpty();
        IngestCapture filed = (IngestCapture) sent.getFirst();
        assertThat(filed.captureId()).isEqualTo("capture:3:" + STAMP);
        assertThat(List.of(filed.boards(), filed.entries())).containsExactly(1, 2);
        assertThat(logged().success()).isTrue();
        assertThat(logged().summary()).containsEntry("anchor", STAMP).containsEntry("cleared_before_insert", 7);
        assertThat(logged().tokenName()).isEqualTo("bot");
    }

    @Test
    void wakesTheAnalysisWhenTheCaptureIsServedAndNotBefore() {
        body(post("?timestamp=" + STAMP, file(DUMP)), 202);
        assertThat(wokenAt).isEmpty();
        projections.apply("leaderboards", 0);
        projections.apply("leaderboards", 1);
        await().until(() -> !wokenAt.isEmpty());
        assertThat(wokenAt).containsExactly(1L);
    }

    @Test
    void wakesNobodyForABackfillOrOnRequest() {
        projections.apply("leaderboards", 100);
        body(post("?backfill=true&timestamp=" + STAMP, file(DUMP)), 202);
        body(post("?warm=false&timestamp=" + STAMP, file(DUMP)), 202);
        projections.apply("leaderboards", 200);
        body(post("?timestamp=" + STAMP, file(DUMP)), 202);
        await().until(() -> !wokenAt.isEmpty());
        assertThat(wokenAt).containsExactly(200L);
    }

    @Test
    void answersCountsWhenItWaits() {
        body(post("?sync=true&timestamp=" + STAMP, file(DUMP)), 200)
                .jsonPath("$.anchor")
                .isEqualTo(STAMP)
                .jsonPath("$.entries")
                .isEqualTo(2);
    }

    @Test
    void refusesAnEmptyFileWith400AndLogsIt() {
        body(post("", file("")), 400).isEmpty();
        assertThat(logged().success()).isFalse();
    }

    @Test
    void refusesABodyWithoutTheFileWith422() {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("other", "x");
        body(post("", parts), 422).isEmpty();
    }

    @Test
    void refusesAStampThatIsTooOldUnlessItIsABackfill() {
        long old = STAMP - 20 * 86_400;
        body(post("?timestamp=" + old, file(DUMP)), 400).isEmpty();
        assertThat(sent).hasSize(1);
        assertThat(logged().success()).isFalse();
        assertThat(logged().summary()).containsEntry("anchor", old);
        body(post("?backfill=true&timestamp=" + old, file(DUMP)), 202);
    }

    @Test
    void filesNothingWithoutABoardButLogsASuccess() {
        body(post("?sync=true", file("no board\n")), 200).jsonPath("$.boards").isEqualTo(0);
        assertThat(sent).hasSize(1);
        assertThat(logged().success()).isTrue();
    }

    @Test
    void answersAFaultWith200AndNotAcceptedWhenItWaits() {
        failure = new IllegalStateException("store gone");
        body(post("?sync=true", file(DUMP)), 200).jsonPath("$.accepted").isEqualTo(false);
        assertThat(logged().error()).isEqualTo("store gone");
    }

    @Test
    void aDumpThatWasCutShortIsNotFiledAndTheLogSaysWhy() {
        cutShort = true;
        body(post("?sync=true&timestamp=" + STAMP, file(DUMP)), 200)
                .jsonPath("$.accepted")
                .isEqualTo(false)
                .jsonPath("$.anchor")
                .isEmpty();
        assertThat(sent).hasSize(1);
        assertThat(logged().success()).isFalse();
        assertThat(logged().summary()).containsEntry("skipped", true).containsEntry("reason", "missing_boards");
        sent.clear();
        body(post("?sync=true&backfill=true&timestamp=" + STAMP, file(DUMP)), 200)
                .jsonPath("$.accepted")
                .isEqualTo(true);
    }

    /** There are no jobs here, which must not matter to a bot. */
    private final class NoJobs implements ObjectProvider<Jobs> {
        @Override
        public Jobs getObject() {
            wokenAt.add(projections.applied("leaderboards"));
            throw new NoSuchBeanDefinitionException(Jobs.class);
        }
    }

    private final class KnownCommands implements Commands {
        @Override
        @SuppressWarnings("unchecked")
        public <R> Mono<Dispatched<R>> send(Object command, ServerWebExchange exchange) {
            if (failure != null && command instanceof IngestCapture) {
                return Mono.error(failure);
            }
            sent.add(command);
            return Mono.just(new Dispatched<>((R) new IngestCapture.Ingested(7), sent.size()));
        }

        @Override
        public <R> Mono<Dispatched<R>> sendWithoutAddress(
                Object command, ServerWebExchange exchange, Projection... projections) {
            return send(command, exchange);
        }

        @Override
        public <R> Mono<Dispatched<R>> sendAndAwait(
                Object command, ServerWebExchange exchange, Projection... projections) {
            return send(command, exchange);
        }

        @Override
        public <R, A> Mono<A> sendAndShow(
                Object command,
                ServerWebExchange exchange,
                Function<Dispatched<R>, Mono<A>> shown,
                Projection... projections) {
            return this.<R>send(command, exchange).flatMap(shown);
        }

        @Override
        public void sendAside(Object command, ServerWebExchange exchange) {
            sent.add(command);
        }

        @Override
        public <R, A> Mono<ResponseEntity<A>> answer(
                Object command,
                ServerWebExchange exchange,
                Function<@Nullable R, ResponseEntity<A>> answer,
                Projection... projections) {
            return this.<R>send(command, exchange).map(done -> answer.apply(done.result()));
        }
    }

    @RestControllerAdvice
    static final class Refusals {
        @ExceptionHandler
        ResponseEntity<Void> refused(Refusal refusal) {
            return ResponseEntity.status(refusal.code().status()).build();
        }
    }

    private static final class AlwaysTheBot implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
            return Mono.just(BOT);
        }
    }
}
