package dev.kiwi.web.account;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller's own account. */
@RestController
@Gate(Gate.Kind.SESSION)
class MeController {
    private final Queries queries;

    MeController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/auth/me")
    @ReadsFrom(Projection.ACCOUNT)
    Mono<UserPublic> me(Caller caller) {
        String accountId = Objects.requireNonNull(caller.accountId(), "the session gate lets only accounts pass");
        return queries.ask(new FindAccount(accountId), AccountView.class).map(UserPublic::of);
    }
}
