package dev.kiwi.web.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.TestRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HttpTest
class PagingTest {
    @Autowired
    Api api;

    @Autowired
    TestRoutes routes;

    @Test
    void aListIsWalkedToItsEnd() {
        api.client()
                .get()
                .uri("/t/list?limit=2")
                .exchange()
                .expectBody()
                .json("{\"items\":[\"000000000000000000000005\",\"000000000000000000000004\"],"
                        + "\"next_cursor\":\"000000000000000000000004\",\"has_more\":true}");
        api.client()
                .get()
                .uri("/t/list?limit=2&cursor=000000000000000000000004")
                .exchange()
                .expectBody()
                .json("{\"items\":[\"000000000000000000000003\"],\"next_cursor\":null,\"has_more\":false}");
    }

    @Test
    void aValidCursorThatMatchesNothingContinuesBelowIt() {
        api.client()
                .get()
                .uri("/t/list?cursor=0000000000000000000000ff")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000000000000000000", "0000000000000000000000000", "zzzzzzzzzzzzzzzzzzzzzzzz"})
    void aCursorThatIsNoIdIs400(String cursor) {
        api.client()
                .get()
                .uri("/t/list?cursor=" + cursor)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("bad_request");
    }

    @ParameterizedTest
    @CsvSource({"0,greater_than_equal", "-1,greater_than_equal", "201,less_than_equal", "many,int_parsing"})
    void aLimitOutsideIs422(String limit, String type) {
        api.client()
                .get()
                .uri("/t/list?limit=" + limit)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.error.details[0].loc")
                .isEqualTo(java.util.List.of("query", "limit"))
                .jsonPath("$.error.details[0].type")
                .isEqualTo(type);
    }

    @Test
    void anUnchangedReadIs304AndIsNotMade() {
        String etag = api.client()
                .get()
                .uri("/t/etag")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("ETag", "W/\"[0-9a-f]{24}\"")
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        int runs = routes.runs.get();
        api.client()
                .get()
                .uri("/t/etag")
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals("ETag", etag)
                .expectBody()
                .isEmpty();
        assertThat(routes.runs).hasValue(runs);
        api.client()
                .get()
                .uri("/t/etag")
                .header("If-None-Match", "W/\"other\"")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void etagPartsDoNotRunTogether() {
        assertThat(WeakEtag.of("ab", "c")).isNotEqualTo(WeakEtag.of("a", "bc"));
    }
}
