package dev.kiwi.web.account;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.kiwi.api.account.ChangeProfile;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.account.RequestEmailChange;
import dev.kiwi.api.kernel.Actor;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Once an account is erased, nothing personal of it can be read anywhere, not even by a replay. */
@ExtendWith(WithKiwi.class)
class ErasureTest {
    private static final String CANARY = "canary7q3x";
    private static final String CANARY_IP = "203.0.113.177";
    private static final String CANARY_NETWORK = "198.18.77.0/24";

    private final RunningKiwi kiwi;
    private final WebTestClient admin;
    private final String id = new ObjectId().toHexString();
    private final CommandContext himself =
            new CommandContext(Actor.account(id), id, "req_canary", "req_canary", null, CANARY_IP);

    ErasureTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    @Test
    void nothingPersonalIsLeftAnywhere() throws Exception {
        leaveTracks();
        assertThat(exported()).as("the canary was there").contains(CANARY, CANARY_IP);
        assertThat(storedInPostgres()).as("read models show it").contains(CANARY, CANARY_NETWORK);

        kiwi.send(new EraseAccount(id), himself);
        awaitThatProjectionsAreCaughtUp();
        assertNoTrack("after the erasure");

        for (Projection projection : Projection.values()) {
            json(admin.post().uri("/admin/projections/" + projection.key() + "/replay"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> json(admin.get().uri("/admin/projections/" + projection.key()))
                            .at("/rebuild/finished_at")
                            .isString());
        }
        assertNoTrack("after a replay of everything");
        json(
                kiwi.client()
                        .post()
                        .uri("/auth/login")
                        .bodyValue(Map.of("email", CANARY + "@kiwi.example", "password", RunningKiwi.PASSWORD))
                        .exchange(),
                401);
    }

    private void leaveTracks() {
        EmailAddress email = EmailAddress.parse(CANARY + "@kiwi.example").orElseThrow();
        kiwi.send(new RegisterAccount(id, email, CANARY, "$argon2id$" + CANARY, true, false), himself);
        kiwi.send(new ChangeProfile(id, CANARY + " L."), himself);
        EmailAddress wanted = EmailAddress.parse(CANARY + "@elsewhere.example").orElseThrow();
        kiwi.send(new RequestEmailChange(id, wanted), himself);
        String sessionId = new ObjectId().toHexString();
        kiwi.send(
                new OpenSession(
                        sessionId,
                        id,
                        0,
                        id,
                        CANARY + " phone",
                        Duration.ofDays(30),
                        new OpenSession.Newcomer(CANARY_IP)),
                himself);
        RunningKiwi.Account account = kiwi.known(id, sessionId);
        WebTestClient person = RunningKiwi.from(kiwi.from(CANARY_IP), account.session());
        json(person.post().uri("/tokens").bodyValue(Map.of("name", "bot", "allowed_ips", List.of(CANARY_NETWORK))));
        json(person.post()
                .uri("/webhooks")
                .bodyValue(Map.of(
                        "name", "hook", "url", "http://127.0.0.1:9/" + CANARY, "events", List.of("token.minted"))));
        awaitThatProjectionsAreCaughtUp();
    }

    private void awaitThatProjectionsAreCaughtUp() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> json(admin.get().uri("/admin/projections"))
                        .valueStream()
                        .allMatch(one -> one.path("lag").longValue() == 0));
    }

    private void assertNoTrack(String when) throws Exception {
        String everything = storedInPostgres() + storedInMongo() + exported();
        assertThat(Stream.of(CANARY, hex(CANARY), CANARY_IP, hex(CANARY_IP), "198.18.77")
                        .filter(everything.toLowerCase(Locale.ROOT)::contains))
                .as(when)
                .isEmpty();
    }

    /** The audit's export as an admin gets it: decoded events with their metadata. */
    private String exported() {
        byte[] body = admin.get()
                .uri("/admin/history/export")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8);
    }

    /** Every row of every table, as text; binary columns as hex. */
    private String storedInPostgres() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = kiwi.part(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names =
                    statement.executeQuery("select quote_ident(schemaname) || '.' || quote_ident(tablename)"
                            + " from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                var copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout");
                for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                    all.append(new String(row, StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    private String storedInMongo() {
        StringBuilder all = new StringBuilder();
        MongoDatabase database = kiwi.part(MongoDatabase.class);
        for (String name : database.listCollectionNames()) {
            database.getCollection(name).find().forEach(row -> all.append(row.toJson()));
        }
        return all.toString();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
