package dev.kiwi.web.account;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.ChangeProfile;
import dev.kiwi.api.account.DeleteAccount;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.StorableText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The caller's own account (platform.md 3.8). */
@RestController
@Gate(Gate.Kind.SESSION)
class MeController {
    private final Commands commands;
    private final Queries queries;

    MeController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** @param displayName left out or null: stays as it is; blank: none */
    record ProfileBody(
            @Nullable @Size(max = DisplayName.LONGEST) @StorableText
            String displayName) {}

    record DeleteBody(@NotNull @EmailText String confirmEmail) {
        EmailAddress address() {
            return EmailAddress.parse(confirmEmail).orElseThrow();
        }

        /** Hides the address, so that it never reaches a log. */
        @Override
        public String toString() {
            return "DeleteBody[hidden]";
        }
    }

    @GetMapping("/auth/me")
    @ReadsFrom(Projection.ACCOUNT)
    Mono<UserPublic> me(Caller.Session caller) {
        return queries.ask(new FindAccount(caller.accountId()), AccountView.class)
                .map(UserPublic::of);
    }

    @PatchMapping("/auth/me")
    Mono<UserPublic> change(@Valid @RequestBody ProfileBody body, Caller.Session caller, ServerWebExchange exchange) {
        if (body.displayName() == null) {
            return me(caller);
        }
        String name = DisplayName.of(body.displayName());
        return commands.sendAndAwait(new ChangeProfile(caller.accountId(), name), exchange, Projection.ACCOUNT)
                .then(me(caller))
                // What was decided counts, also when the read model is late.
                .map(account -> account.named(name));
    }

    @PostMapping("/auth/delete-account")
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@Valid @RequestBody DeleteBody body, Caller.Session caller, ServerWebExchange exchange) {
        return commands.sendAndAwait(
                        new DeleteAccount(caller.accountId(), body.address()),
                        exchange,
                        Projection.ACCOUNT,
                        Projection.SESSION,
                        Projection.TOKEN,
                        Projection.WEBHOOK)
                .then();
    }
}
