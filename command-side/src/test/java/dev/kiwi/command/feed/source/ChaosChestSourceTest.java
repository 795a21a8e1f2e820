package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.rotation.ChaosChestRelay;
import dev.kiwi.api.rotation.RelayChaosChest;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** rotations.md 3.1, the relay. */
class ChaosChestSourceTest {
    private final SourceFixture fixture = new SourceFixture();
    private final ChaosChestSource source = new ChaosChestSource(fixture.service());

    @AfterEach
    void close() {
        fixture.close();
    }

    private Fetched fetch() throws UpstreamFailure {
        return source.fetch(Validators.NONE);
    }

    @Test
    void tellsTheItemAsItIsToBeRecorded() throws Exception {
        fixture.upstream.answers(200, """
                {"data":[{"name":" Dragon ","identifier":"a\\\\b","blueprint":"C_X.Blueprint","start":1795345200,
                "end":"1795950000"}]}""");
        assertThat(fetch())
                .isEqualTo(new Fetched.Told(
                        new RelayChaosChest(
                                new ChaosChestRelay("Dragon", "a/b", "c_x.blueprint", 1_795_345_200L, 1_795_950_000L)),
                        Validators.NONE));
        assertThat(source.name()).isEqualTo("chaos_chest");
        assertThat(source.host()).isEqualTo("127.0.0.1");
        assertThat(source.isConfigured()).isTrue();
    }

    @Test
    void whatIsNotSaidIsNull() throws Exception {
        fixture.upstream.answers(200, "{\"name\":\"Dragon\",\"start\":\"soon\",\"end\":null}");
        assertThat(fetch())
                .isEqualTo(new Fetched.Told(
                        new RelayChaosChest(new ChaosChestRelay("Dragon", null, null, null, null)), Validators.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"name\":\" \"}", "{\"data\":null}"})
    void withoutANameWhatIsKnownStays(String answer) throws Exception {
        fixture.upstream.answers(200, answer);
        assertThat(fetch()).isEqualTo(new Fetched.Unchanged());
    }

    @Test
    void aRefusalAndNonsenseAreFailures() {
        fixture.upstream.answers(404, "{\"name\":\"Dragon\"}");
        assertThatThrownBy(this::fetch).hasMessage("it answers 404");
        fixture.upstream.answers(200, "<html>");
        assertThatThrownBy(this::fetch).hasMessage("its answer is no JSON");
    }
}
