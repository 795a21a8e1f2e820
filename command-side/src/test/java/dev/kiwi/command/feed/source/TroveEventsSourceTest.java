package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroveEventsSourceTest {
    private final SourceFixture fixture = new SourceFixture();
    private final Source source = TroveEventsSource.of(fixture.service());

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<FeedItem> fetch() throws UpstreamFailure {
        return SourceFixture.items(source.fetch(Validators.NONE));
    }

    @Test
    void takesOverTheCalendar() throws Exception {
        fixture.upstream.answers(200, """
                [{"id":812,"name":"Gem week","url":"/event/812","category":"Sale","image":"a.png","icon":"","lookup":"x",
                  "startdate":"1795345200","enddate":1795950000},
                 {"id":"813","name":" ","url":"javascript:alert(1)","category":"","startdate":1,"enddate":2}]""");
        List<FeedItem> items = fetch();
        assertThat(items.getFirst())
                .isEqualTo(new FeedItem(
                        "812",
                        Instant.ofEpochSecond(1_795_345_200),
                        Instant.ofEpochSecond(1_795_950_000),
                        "Sale",
                        "{\"event_id\":\"812\",\"name\":\"Gem week\",\"url\":\"/event/812\",\"category\":\"Sale\","
                                + "\"image\":\"a.png\",\"icon\":null,\"lookup\":\"x\",\"starts_at\":1795345200,"
                                + "\"ends_at\":1795950000}"));
        assertThat(items.getLast().json()).contains("\"name\":\"Untitled\"", "\"category\":\"Event\"", "\"url\":\"\"");
    }

    /** What is a year over is dropped with a fetch, also while upstream has nothing new. */
    @Test
    void anUnchangedCalendarIsAFetchOfNothing() throws Exception {
        fixture.upstream.answers(304, "");
        Validators known = new Validators("\"7\"", null);
        Fetched.Told told = (Fetched.Told) source.fetch(known);
        assertThat(SourceFixture.items(told)).isEmpty();
        assertThat(told.validators()).isEqualTo(known);
    }

    @Test
    void leavesOutWhatHasNoIdOrNoDates() throws Exception {
        fixture.upstream.answers(200, """
                [{"startdate":1,"enddate":2}, {"id":0,"startdate":1,"enddate":2}, {"id":"","startdate":1,"enddate":2},
                 {"id":1,"enddate":2}, {"id":2,"startdate":"soon","enddate":2}, {"id":3,"startdate":1.5,"enddate":2},
                 {"id":4,"startdate":"99999999999999999999","enddate":2}, {"id":5,"startdate":999999999999,"enddate":2},
                 {"id":{},"startdate":1,"enddate":2}, null, [], "x"]""");
        assertThat(fetch()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"error\":\"no\"}", "7", "<html>", "[{"})
    void refusesWhatIsNoList(String answer) {
        fixture.upstream.answers(200, answer);
        assertThatThrownBy(this::fetch).isInstanceOf(UpstreamFailure.class);
    }
}
