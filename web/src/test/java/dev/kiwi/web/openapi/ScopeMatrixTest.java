package dev.kiwi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.token.Scope;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every route of the OpenAPI document, asked by every kind of caller and with every scope, answers as its gate says.
 * What they answered is docs/scopes.md; {@code -Dwrite=true} writes it.
 */
@ExtendWith(WithKiwi.class)
class ScopeMatrixTest {
    private static final Path PAGE = Path.of("../docs/scopes.md");
    private static final long ALL = allScopes();

    private final RunningKiwi kiwi;
    private final List<DocumentedRoute> routes;
    private final GateProbe probe;
    private final String session;
    private final String superuserSession;
    private final String superuserToken;
    private final Map<Scope, String> with = new EnumMap<>(Scope.class);
    private final Map<Scope, String> without = new EnumMap<>(Scope.class);

    ScopeMatrixTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.routes = DocumentedRoute.of(kiwi.document());
        this.probe = new GateProbe(kiwi.port());
        Account superuser = kiwi.superuser();
        this.session = kiwi.account().session();
        this.superuserSession = superuser.session();
        this.superuserToken = kiwi.token(superuser);
        for (Scope scope : Scope.values()) {
            with.put(scope, token(scope.value()));
            without.put(scope, token(ALL & ~scope.value()));
        }
    }

    private static long allScopes() {
        long mask = 0;
        for (Scope scope : Scope.values()) {
            mask |= scope.value();
        }
        return mask;
    }

    private String token(long scopes) {
        return kiwi.mint(kiwi.account(), Map.of("name", "bot", "scopes", scopes))
                .path("token")
                .stringValue();
    }

    @Test
    void everyRouteAnswersEveryCallerAsItsGateSaysAndThePageShowsIt() throws Exception {
        List<String> faults = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (DocumentedRoute route : routes) {
            rows.add(row(route, faults));
        }
        assertThat(faults).isEmpty();
        String page = HEAD + String.join("", rows);
        if (Boolean.getBoolean("write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    private String row(DocumentedRoute route, List<String> faults) {
        DocumentedRoute.Expected expected = route.expected();
        String anonymous = check(route, "nobody", null, expected.anonymous(), faults);
        String user = check(route, "a session", session, expected.session(), faults);
        String admin = check(route, "a superuser's session", superuserSession, expected.superuserSession(), faults);
        String good = tokens(route, with, scope -> route.isFor(scope), "with only ", expected, faults);
        String lacking = tokens(route, without, scope -> !route.isFor(scope), "without ", expected, faults);
        String all = check(route, "a superuser's token", superuserToken, expected.superuserToken(), faults);
        return "| `%s %s` | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        route.method(),
                        route.path(),
                        route.scope() == null ? "" : "`" + route.scope() + "`",
                        anonymous,
                        user,
                        admin,
                        good,
                        lacking,
                        all);
    }

    /**
     * Asks with each token of the map.
     *
     * @return the answer to the token of the route's own scope; of a route without one, to all of them
     */
    private String tokens(
            DocumentedRoute route,
            Map<Scope, String> tokens,
            Function<Scope, Boolean> good,
            String kind,
            DocumentedRoute.Expected expected,
            List<String> faults) {
        String shown = "";
        for (Map.Entry<Scope, String> token : tokens.entrySet()) {
            Scope scope = token.getKey();
            String wanted = good.apply(scope) ? expected.token() : expected.tokenWithoutScope();
            String answer = check(route, "a token " + kind + scope.key(), token.getValue(), wanted, faults);
            boolean own = route.scope() == null || route.scope().equals(scope.key());
            shown = own ? answer : shown;
        }
        return shown;
    }

    private String check(DocumentedRoute route, String who, String bearer, String wanted, List<String> faults) {
        String answer = probe.ask(route, bearer);
        if (!answer.equals(wanted)) {
            faults.add("%s %s asked by %s: %s, not %s".formatted(route.method(), route.path(), who, answer, wanted));
        }
        return answer;
    }

    private static final String HEAD = """
            # Who may call what

            Every route of `/openapi.json`, asked without a credential, with sessions, with a token of each single scope, with a token of all scopes but one, and with an administrator's token of all scopes. `ScopeMatrixTest` asks, fails where an answer is not what the gate of the document says, and keeps this page (`-Dwrite=true`). *passes* is any answer of the handler itself, also that the input is no good. `insufficient_scope` names the scope that is missing; a token without it counts as none on a route that is open to anybody.

            | route | scope | nobody | session | administrator's session | token with that scope alone | token with all but that | administrator's token |
            |---|---|---|---|---|---|---|---|
            """;
}
