package dev.kiwi.web.leaderboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.ingest.RecordSubmission;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.command.blob.BlobStore;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.leaderboard.BacklogSettings;
import dev.kiwi.command.leaderboard.DumpBacklog;
import dev.kiwi.command.leaderboard.DumpIntake;
import dev.kiwi.command.leaderboard.FiledRows;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.submission.SubmissionLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    private RuntimeException failure;

    @AfterEach
    void close() {
        threads.close();
    }

    private WebTestClient.ResponseSpec post(String query, MultipartBodyBuilder parts) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        FileBlobs blobs = new FileBlobs(directory);
        KnownCommands commands = new KnownCommands();
        DumpInsert inserts = new DumpInsert(
                new UploadedFile(threads),
                new DumpIntake(blobs, 1),
                new DumpFiling(() -> 3, (sha256, capture) -> {}, commands, new FiledRows(meters), threads, clock),
                new DumpBacklog(blobs, new BacklogSettings(directory, false, 0), clock),
                new SubmissionLog(commands),
                threads);
        return WebTestClient.bindToController(new InsertController(inserts))
                .controllerAdvice(new Refusals())
                .argumentResolvers(resolvers -> resolvers.addCustomResolver(new AlwaysTheBot()))
                .build()
                .post()
                .uri("/v1/leaderboards/insert" + query)
                .body(BodyInserters.fromMultipartData(parts.build()))
                .exchange();
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

    /** One blob at a time, in one file. */
    private record FileBlobs(Path directory) implements BlobStore {
        @Override
        public Upload begin() throws IOException {
            Path file = directory.resolve("blob");
            Files.write(file, new byte[0]);
            return new Upload() {
                @Override
                public void write(ByteBuffer bytes) throws IOException {
                    byte[] piece = new byte[bytes.remaining()];
                    bytes.get(piece);
                    Files.write(file, piece, java.nio.file.StandardOpenOption.APPEND);
                }

                @Override
                public Blob commit() throws IOException {
                    return new Blob("ab".repeat(32), Files.size(file));
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public InputStream open(String sha256) throws IOException {
            return Files.newInputStream(directory.resolve("blob"));
        }

        @Override
        public boolean exists(String sha256) {
            return true;
        }

        @Override
        public Stream<String> names() {
            return Stream.empty();
        }

        @Override
        public void delete(String sha256) {}
    }
}
