package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.command.upstream.UpstreamFailure;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ports for rotating content (rotations.md 3.1, 5). */
class RotationPortsTest {
    private final SourceFixture fixture = new SourceFixture();
    private final ChaosChest chest = new ChaosChest(fixture.service());

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"data\":%s}", "[%s,{\"name\":\"second\"}]", "{\"data\":[%s]}"})
    void theChestsItemComesInSeveralWrappings(String wrapping) throws Exception {
        fixture.upstream.answers(200, wrapping.formatted("""
                {"name":"Dragon","identifier":"a\\\\b","blueprint":"C_X.Blueprint","start":"1795345200","end":"soon"}"""));
        assertThat(chest.fetch()).contains(new ChaosChest.Item("Dragon", "a/b", "c_x.blueprint", 1_795_345_200L, null));
        assertThat(fixture.upstream.asked().getFirst().path()).isEqualTo("/api/chaos-chest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"name\":\"\"}", "{\"name\":null}", "7", "{\"data\":{}}"})
    void withoutANameThereIsNone(String answer) throws Exception {
        fixture.upstream.answers(200, answer);
        assertThat(chest.fetch()).isEmpty();
    }

    @Test
    void delvesAreTakenAsTheyAre() throws Exception {
        fixture.upstream.answers(200, "{\"total\":9,\"depths\":[{\"depth\":1,\"X\":null},7]}");
        Delves delves = new Delves(fixture.service(), "https://delves.example/");
        assertThat(delves.fetch(55)).isEqualTo(DelveDepths.of(9, 2, "[{\"depth\":1,\"X\":null},7]"));
        assertThat(fixture.upstream.asked().getFirst().path()).endsWith("?week=55&limit=200");
        assertThat(fixture.upstream.asked().getFirst().headers())
                .containsEntry("referer", "https://delves.example/?week=55");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "{\"depths\":{},\"total\":\"9\"}"})
    void whatIsNoWeekIsAFailure(String answer) {
        fixture.upstream.answers(200, answer);
        assertThatThrownBy(() -> new Delves(fixture.service(), "").fetch(55))
                .isInstanceOf(UpstreamFailure.class)
                .hasMessage("its answer has no depths");
    }

    @Test
    void aWeekThatFitsIntoNoEventIsAFailure() {
        StringBuilder depths = new StringBuilder("0");
        new Random(1).longs(20_000).forEach(number -> depths.append(',').append(number));
        fixture.upstream.answers(200, "{\"depths\":[" + depths + "]}");
        assertThatThrownBy(() -> new Delves(fixture.service(), "").fetch(55))
                .hasMessage("its depths are too large to be kept");
    }

    @Test
    void whatIsNoJsonIsAFailure() {
        fixture.upstream.answers(200, "");
        assertThatThrownBy(chest::fetch).hasMessage("its answer is no JSON");
        fixture.upstream.answers(200, "<html>");
        assertThatThrownBy(chest::fetch).isInstanceOf(UpstreamFailure.class);
        assertThatThrownBy(() -> new Delves(fixture.service(), "").fetch(55)).isInstanceOf(UpstreamFailure.class);
    }
}
