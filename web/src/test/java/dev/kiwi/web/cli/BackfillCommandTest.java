package dev.kiwi.web.cli;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Dumps.anchor;
import static dev.kiwi.web.fixture.Dumps.board;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.gate.OperatorSecret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** {@code kiwi backfill leaderboards DIR} against the running application. */
@ExtendWith(WithKiwi.class)
class BackfillCommandTest {
    private final WebTestClient admin;
    private final AdminClient client;

    @TempDir
    Path folder;

    BackfillCommandTest(RunningKiwi kiwi) {
        this.admin = kiwi.with(kiwi.superuser().session());
        this.client = new AdminClient(
                "http://127.0.0.1:" + kiwi.port(),
                kiwi.part(OperatorSecret.class).secret());
    }

    private void save(String name, String dump) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                OutputStream text = name.endsWith(".gz") ? new GZIPOutputStream(file) : file) {
            text.write(dump.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String run() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(new BackfillCommand(client).run(folder)).isZero();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    private JsonNode entries(long anchor) {
        JsonNode held = json(admin.get().uri("/admin/leaderboards/captures?after=" + (anchor - 1) + "&limit=1"));
        assertThat(held.at("/items/0/anchor").longValue()).isEqualTo(anchor);
        return held.at("/items/0/entries");
    }

    @Test
    void filesWhatTheServerLacksAndGoesOnAfterABreak() throws IOException {
        long first = anchor(30, 1);
        for (int hour = 0; hour < 6; hour++) {
            String dump = board(7401, "MOLES", "1;Mira;" + hour + "|2;Tom;1");
            save(first + hour * 3600 + (hour % 2 == 0 ? ".cfg" : ".cfg.gz"), dump);
        }
        save("readme.txt", "not a dump");
        assertThat(run()).isEqualTo("filed 6, skipped 0 that the server has");
        assertThat(entries(first + 5 * 3600).intValue()).isEqualTo(2);
        save(first + 7 * 3600 + ".cfg", board(7401, "MOLES", "1;Mira;9"));
        assertThat(run()).isEqualTo("filed 1, skipped 6 that the server has");
        assertThat(entries(first + 7 * 3600).intValue()).isEqualTo(1);
    }

    @Test
    void midnightIsFiledUnderElevenUnlessThatHourHasADump() throws IOException {
        long eleven = anchor(33, 0);
        save(eleven - 11 * 3600 + ".cfg", board(7402, "VOLES", "1;Mira;1"));
        save(eleven + ".cfg", board(7402, "VOLES", "1;Mira;2|2;Tom;1"));
        assertThat(run()).isEqualTo("filed 1, skipped 0 that the server has");
        assertThat(entries(eleven).intValue()).isEqualTo(2);
    }

    @Test
    void stopsAtADumpThatIsNotTaken() throws IOException {
        save(anchor(31, 1) + ".cfg", "");
        assertThatThrownBy(() -> new BackfillCommand(client).run(folder))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("was not filed");
    }

    @Test
    void saysWhatItNeeds() {
        assertThatThrownBy(() -> new BackfillCommand(client).run(folder))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("No dumps");
        assertThatThrownBy(
                        () -> BackfillCommand.run(new Invocation("backfill", List.of("market", "x"), folder, Map.of())))
                .hasMessageContaining("Usage");
    }

    @Test
    void capturesAreListedForAdministratorsOnly() {
        json(admin.get().uri("/admin/leaderboards/captures?limit=0").exchange(), 422);
        json(
                admin.mutate()
                        .defaultHeaders(headers -> headers.remove("Authorization"))
                        .build()
                        .get()
                        .uri("/admin/leaderboards/captures")
                        .exchange(),
                401);
    }
}
