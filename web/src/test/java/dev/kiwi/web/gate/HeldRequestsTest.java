package dev.kiwi.web.gate;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.VoidSessions;
import dev.kiwi.api.session.RevokeSession;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.RawHttp;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** A request whose body comes after its session has ended, though its head was let in. */
@ExtendWith(WithKiwi.class)
class HeldRequestsTest {
    private static final String BODY = "{\"name\":\"too late\"}";

    private final RunningKiwi kiwi;

    HeldRequestsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    private RawHttp begun(Account owner) throws IOException {
        RawHttp connection = new RawHttp(kiwi.port())
                .send("POST /tokens HTTP/1.1\r\nHost: kiwi\r\nAuthorization: Bearer "
                        + owner.session() + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length()
                        + "\r\n\r\n"
                        + BODY.substring(0, 4));
        // By the answer to this one the gate has seen the one before.
        json(kiwi.with(owner.session()).get().uri("/auth/me"));
        return connection;
    }

    @Test
    void aHeldRequestMintsWhileItsSessionCounts() throws IOException {
        try (RawHttp connection = begun(kiwi.account())) {
            assertThat(connection.send(BODY.substring(4)).answer().status()).isEqualTo(201);
        }
    }

    /** Its JWT is good for some minutes more, and reads go on; what hands out access asks for the session itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "POST /tokens {\"name\":\"late\"}",
                "PATCH /tokens/ID {\"name\":\"late\"}",
                "POST /tokens/ID/enable {}",
                "POST /tokens/ID/rotate {}",
                "POST /webhooks {\"name\":\"late\",\"url\":\"https://hook.example/\",\"events\":[\"token.minted\"]}",
                "PATCH /webhooks/ID {\"name\":\"late\"}",
                "POST /webhooks/ID/rotate-secret {}",
                "POST /auth/change-password {\"current_password\":\"x\",\"new_password\":\"another-password-of-tests\"}",
            })
    void anEndedSessionHandsOutNothing(String method, String path, String body) {
        Account owner = kiwi.account();
        String session = owner.session();
        String id = kiwi.mint(owner, Map.of("name", "one")).path("id").stringValue();
        kiwi.send(new RevokeSession(owner.sessionId(), owner.id()));
        json(kiwi.with(session).get().uri("/tokens"));
        json(
                kiwi.with(session)
                        .method(HttpMethod.valueOf(method))
                        .uri(path.replace("ID", id))
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                401);
    }

    @Test
    void aRequestThatWasHeldBackOverTheEndOfItsSessionMintsNothing() throws IOException {
        Account owner = kiwi.account();
        try (RawHttp connection = begun(owner)) {
            kiwi.send(new VoidSessions(owner.id()));
            assertThat(connection.send(BODY.substring(4)).answer().status()).isEqualTo(401);
        }
    }
}
