package dev.kiwi.web.account;

import static dev.kiwi.web.app.RunningKiwi.json;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.EmailLink;
import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.MakeEmailLink;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.command.account.PasswordHasher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.web.app.RunningKiwi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What the tests of accounts ask of a running Kiwi. */
record AccountCalls(RunningKiwi kiwi) {
    /** An address that no other test has. */
    static String freshEmail() {
        return "u" + new ObjectId().toHexString() + "@kiwi.example";
    }

    ResponseSpec post(String path, Object body) {
        return post(kiwi.client(), path, body);
    }

    static ResponseSpec post(WebTestClient client, String path, Object body) {
        return client.post().uri(path).bodyValue(body).exchange();
    }

    static void expect(ResponseSpec answer, int status, String code) {
        String said = json(answer, status).at("/error/code").stringValue();
        if (!said.equals(code)) {
            throw new AssertionError("expected " + code + ", was " + said);
        }
    }

    ResponseSpec login(String email, String password) {
        return post("/auth/login", Map.of("email", email, "password", password));
    }

    /** An account that nobody has verified; its password is that of all tests. */
    String unverified(String email) {
        String id = new ObjectId().toHexString();
        String hash = kiwi.part(PasswordHasher.class).hash(RunningKiwi.PASSWORD).join();
        kiwi.send(new RegisterAccount(id, EmailAddress.parse(email).orElseThrow(), null, hash, false, false));
        return id;
    }

    /** The path of a link as a mail would hold it. */
    String link(EmailLinkPurpose purpose, String accountId, String newEmail) {
        EmailAddress address =
                newEmail == null ? null : EmailAddress.parse(newEmail).orElseThrow();
        Dispatched<EmailLink> made = kiwi.send(new MakeEmailLink(accountId, purpose, address));
        return Objects.requireNonNull(made.result()).path();
    }

    static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    /** The page behind a path. */
    String page(String path, int status) {
        return html(kiwi.client().get().uri(path).exchange(), status);
    }

    static String html(ResponseSpec answer, int status) {
        return html(answer, status, "");
    }

    /** @param text of the visitor that may look like a gap in a page */
    static String html(ResponseSpec answer, int status, String text) {
        byte[] body = answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Content-Type", "text/html;charset=UTF-8")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectBody()
                .returnResult()
                .getResponseBody();
        String page = new String(body, java.nio.charset.StandardCharsets.UTF_8);
        if (page.contains("<script") || page.replace(text, "").contains("{{")) {
            throw new AssertionError("A page without scripts and without gaps: " + page);
        }
        return page;
    }

    JsonNode me(String session) {
        return json(kiwi.with(session).get().uri("/auth/me"));
    }

    /** Names of what happened to an account, in order, without their context. */
    List<String> events(String accountId) {
        return JdbcClient.create(kiwi.part(DataSource.class))
                .sql("select payload_type from es.event where aggregate_identifier = ? order by sequence_number")
                .param("account:" + accountId)
                .query(String.class)
                .list()
                .stream()
                .map(name -> name.substring("account.".length()))
                .toList();
    }
}
