package dev.kiwi.command.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.status.ServerStatus.GameResult;
import dev.kiwi.command.upstream.SystemLookup;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real port that behaves as each state. */
class GameProbeTest {
    private static final String HELLO = "2000000000" + "ab".repeat(32);
    private static final Duration HOLD = Duration.ofMillis(200);

    private final TcpStandIn game = new TcpStandIn();
    private final GameProbe probe = new GameProbe(new SystemLookup(), new Random(7), Duration.ofSeconds(2));

    @AfterEach
    void close() {
        game.close();
    }

    private GameResult probe(String hello, boolean random) {
        return probe.probe(new GameTarget("127.0.0.1", game.port(), hello, random, HOLD));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "HOLD,true,-,glsserver",
                "REPLY_AND_HANG_UP,false,glsserver_dropped,glsserver",
                "HANG_UP,false,glsserver_dropped,glsserver",
                "TALK_AND_HANG_UP,true,-,glsserver",
                "TALK_ON,true,-,glsserver",
                "RESET,true,-,tcp_fallback"
            })
    void whatItDoesTellsHowItStands(TcpStandIn.Play play, boolean online, String error, String kind) {
        game.plays(play);
        GameResult found = probe(HELLO, false);
        assertThat(found.online()).isEqualTo(online);
        assertThat(found.error()).isEqualTo(error);
        assertThat(found.probe()).isEqualTo(kind);
        assertThat(found.opener()).isEqualTo("replay");
        assertThat(found.host()).isEqualTo("127.0.0.1");
        assertThat(found.port()).isEqualTo(game.port());
        assertThat(found.latencyMs()).isBetween(0.0, 2_000.0);
        assertThat(game.heard()).hasSize(1);
        assertThat(game.heard().getFirst()).isEqualTo(HexFormat.of().parseHex(HELLO));
    }

    @Test
    void aRandomOpenerIsFreshEachTime() {
        assertThat(probe(HELLO, true).opener()).isEqualTo("random");
        probe(HELLO, true);
        assertThat(game.heard().getFirst()).hasSize(37).startsWith(0x20, 0, 0, 0, 0);
        assertThat(game.heard().getFirst()).isNotEqualTo(game.heard().getLast());
    }

    @ParameterizedTest
    @CsvSource({"''", "not hex", "abc"})
    void withoutAHelloAConnectionIsEnough(String hello) {
        game.plays(TcpStandIn.Play.HANG_UP);
        GameResult found = probe(hello, false);
        assertThat(found.online()).isTrue();
        assertThat(found.probe()).isEqualTo("tcp");
        assertThat(found.opener()).isNull();
    }

    @Test
    void whoIsNotThereIsOffline() {
        // Below what the system hands out: a port that was just given back may be somebody's again, or its caller's
        // own.
        GameResult found = probe.probe(new GameTarget("127.0.0.1", 1, HELLO, false, HOLD));
        assertThat(found.online()).isFalse();
        assertThat(found.error()).isEqualTo("ConnectException");
        assertThat(found.probe()).isNull();
        GameResult unknown = probe.probe(new GameTarget("nowhere.invalid", 1, "", false, HOLD));
        assertThat(unknown.error()).isEqualTo("UnknownHostException");
    }

    @ParameterizedTest
    @CsvSource({"'',6560", "' ',6560", "127.0.0.1,0"})
    void whatIsNotConfiguredIsOffline(String host, int port) {
        GameResult found = probe.probe(new GameTarget(host, port, HELLO, false, HOLD));
        assertThat(found).isEqualTo(new GameResult(false, host, port, 0, "not_configured", null, null));
    }
}
