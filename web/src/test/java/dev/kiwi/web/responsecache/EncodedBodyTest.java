package dev.kiwi.web.responsecache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.leaderboard.ChartPoint;
import dev.kiwi.api.leaderboard.GetBoardChart.BoardChart;
import dev.kiwi.api.leaderboard.GetBoardChart.Line;
import dev.kiwi.api.leaderboard.GetEntries.Comparison;
import dev.kiwi.api.leaderboard.GetEntries.Entry;
import dev.kiwi.api.leaderboard.GetEntries.EntryPage;
import dev.kiwi.api.leaderboard.GetPlayerSeries.BoardLine;
import dev.kiwi.api.leaderboard.GetPlayerSeries.PlayerSeries;
import dev.kiwi.api.market.GetListings.Listing;
import dev.kiwi.api.market.GetListings.ListingPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What is too large to be held is sent in pieces, and how large answers become (ADR 0015). */
class EncodedBodyTest {
    private static final long ANCHOR = 1_795_345_200L;
    private static final int CAPTURES = 30 * 24;
    private static final int BOARDS = 150;
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final List<KeptResponse> kept = new ArrayList<>();

    private static List<ChartPoint> points(int captures) {
        return IntStream.range(0, captures)
                .mapToObj(i -> new ChartPoint(ANCHOR + 3_600L * i, 1 + i % 9_999, 123_456.5 + i, false))
                .toList();
    }

    private static PlayerSeries series(int boards, int captures) {
        List<Long> anchors =
                points(captures).stream().map(ChartPoint::createdAt).toList();
        List<BoardLine> lines = IntStream.range(0, boards)
                .mapToObj(uuid -> new BoardLine(uuid, "WOLVES PETTED", 1, points(captures)))
                .toList();
        return new PlayerSeries("mira", "Mira", 30, ANCHOR, ANCHOR, anchors, lines);
    }

    private MockServerWebExchange answered(PlayerSeries answer, String... headers) {
        MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        ResolvableType type = ResolvableType.forClass(PlayerSeries.class);
        new LargeJsonWriter(JSON)
                .write(
                        Mono.just(answer),
                        type,
                        type,
                        MediaType.APPLICATION_JSON,
                        exchange.getRequest(),
                        new CapturedResponse(exchange, kept::add),
                        Map.of())
                .block();
        return exchange;
    }

    private static byte[] body(MockServerWebExchange exchange) {
        DataBuffer whole = Objects.requireNonNull(
                DataBufferUtils.join(exchange.getResponse().getBody()).block());
        byte[] bytes = new byte[whole.readableByteCount()];
        whole.read(bytes);
        return bytes;
    }

    private static HttpHeaders headers(MockServerWebExchange exchange) {
        return exchange.getResponse().getHeaders();
    }

    @Test
    void aLargeAnswerIsSentInPiecesAndNotKept() {
        PlayerSeries large = series(BOARDS, CAPTURES);
        MockServerWebExchange exchange = answered(large);
        assertThat(headers(exchange).getETag()).startsWith("W/\"");
        assertThat(headers(exchange).getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        List<Integer> pieces = Objects.requireNonNull(exchange.getResponse()
                .getBody()
                .map(DataBuffer::readableByteCount)
                .collectList()
                .block());
        assertThat(pieces).hasSizeGreaterThan(100).allMatch(size -> size <= 64 << 10);
        assertThat(body(exchange)).isEqualTo(JSON.writeValueAsBytes(large));
        assertThat(kept).isEmpty();
    }

    @Test
    void aLargeAnswerThatIsKnownIs304() {
        String tag = headers(answered(series(BOARDS, CAPTURES))).getETag();
        MockServerWebExchange again =
                answered(series(BOARDS, CAPTURES), HttpHeaders.IF_NONE_MATCH, tag, HttpHeaders.ACCEPT_ENCODING, "gzip");
        assertThat(again.getResponse().getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(again.getResponse().getBodyAsString().block()).isEmpty();
        assertThat(headers(again).containsHeader(HttpHeaders.CONTENT_ENCODING)).isFalse();
        MockServerWebExchange another = answered(series(BOARDS, CAPTURES - 1), HttpHeaders.IF_NONE_MATCH, tag);
        assertThat(headers(another).getETag()).isNotEqualTo(tag);
        assertThat(body(another)).isNotEmpty();
    }

    @Test
    void aLargeAnswerIsCompressedOnItsWay() throws IOException {
        PlayerSeries large = series(BOARDS, CAPTURES);
        MockServerWebExchange exchange = answered(large, HttpHeaders.ACCEPT_ENCODING, "br, gzip");
        assertThat(headers(exchange).getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        assertThat(headers(exchange).getVary()).contains(HttpHeaders.ACCEPT_ENCODING);
        byte[] plain = JSON.writeValueAsBytes(large);
        byte[] sent = body(exchange);
        assertThat(sent).hasSizeLessThan(plain.length / 4);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes())
                .isEqualTo(plain);
    }

    @Test
    void aSmallOneIsKeptAsAnyOther() {
        PlayerSeries small = series(3, 24);
        MockServerWebExchange exchange = answered(small);
        assertThat(body(exchange)).isEqualTo(JSON.writeValueAsBytes(small));
        assertThat(headers(exchange).getContentLength()).isPositive();
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().etag()).isEqualTo(headers(exchange).getETag());
    }

    private static long size(Object answer) {
        return MeasuredBody.of(out -> out.write(JSON.writeValueAsBytes(answer))).size();
    }

    @Test
    void pagesAreBoundedAndChartsAreNot() {
        String name = "a name of twenty-two ch";
        EntryPage entries = new EntryPage(
                2_147_483_647,
                ANCHOR,
                IntStream.range(0, 1000)
                        .mapToObj(i -> Entry.compared(10_000 + i, name, 1.234567890123E14 + i, 20_000, 1.2345678901E14))
                        .toList(),
                1000,
                20_000,
                new Comparison(true, ANCHOR, "ok"),
                name);
        ListingPage listings = new ListingPage(
                IntStream.range(0, 1000)
                        .mapToObj(i -> new Listing(
                                "9f1c2e40-6b1d-11f1-8a55-0242ac120002",
                                name,
                                name,
                                9_999,
                                50_000_000,
                                50_000.125,
                                ANCHOR,
                                ANCHOR,
                                ANCHOR,
                                false))
                        .toList(),
                1000,
                20_000);
        BoardChart chart = new BoardChart(
                7001,
                30,
                ANCHOR,
                ANCHOR,
                points(CAPTURES).stream().map(ChartPoint::createdAt).toList(),
                IntStream.range(0, 20)
                        .mapToObj(i -> new Line(name, i, points(CAPTURES)))
                        .toList());
        assertThat(size(entries)).isBetween(150L << 10, 256L << 10);
        assertThat(size(listings)).isBetween(200L << 10, 300L << 10);
        assertThat(size(chart)).isBetween(900L << 10, 2L << 20);
        assertThat(size(series(BOARDS, CAPTURES))).isBetween(7L << 20, 9L << 20);
    }
}
