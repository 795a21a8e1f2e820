package dev.kiwi.web.account;

import dev.kiwi.api.account.LinkGithub;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.ListTokens;
import dev.kiwi.api.token.RevokeToken;
import dev.kiwi.api.token.TokenList;
import dev.kiwi.command.account.KnownAddresses;
import dev.kiwi.command.account.KnownGithubAccounts;
import dev.kiwi.command.account.PasswordHasher;
import dev.kiwi.command.account.SecondFactorClaims;
import dev.kiwi.command.account.github.GithubUser;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.DetachedWork;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whose account somebody's GitHub account is: the one it is linked to, else that of its address, else a new one. */
@Component
class GithubAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(GithubAccounts.class);
    private static final String GUESSED = "Made before the address of its owner was verified";

    private final KnownGithubAccounts linked;
    private final KnownAddresses addresses;
    private final SecondFactors factors;
    private final Claims claims;
    private final Commands commands;
    private final Queries queries;
    private final BlockingWork blocking;

    GithubAccounts(
            KnownGithubAccounts linked,
            KnownAddresses addresses,
            SecondFactors factors,
            Claims claims,
            Commands commands,
            Queries queries,
            BlockingWork blocking) {
        this.linked = linked;
        this.addresses = addresses;
        this.factors = factors;
        this.claims = claims;
        this.commands = commands;
        this.queries = queries;
        this.blocking = blocking;
    }

    /** The account's id. */
    Mono<String> of(GithubUser user, ServerWebExchange exchange) {
        return resolve(user, exchange)
                // Another login of the same person was faster; what it has made is found now.
                .onErrorResume(GithubAccounts::isLate, late -> resolve(user, exchange));
    }

    private Mono<String> resolve(GithubUser user, ServerWebExchange exchange) {
        return found(() -> linked.holder(user.id()))
                .flatMap(id -> cleared(id, exchange))
                .switchIfEmpty(Mono.defer(
                        () -> found(() -> addresses.holder(user.email())).flatMap(id -> link(id, user, exchange))))
                .switchIfEmpty(Mono.defer(() -> register(user, exchange)));
    }

    private Mono<String> found(Supplier<Optional<String>> lookUp) {
        return blocking.<String>call(() -> lookUp.get().orElse(null));
    }

    private Mono<String> link(String accountId, GithubUser user, ServerWebExchange exchange) {
        return toItsEnd(linked(accountId, user, exchange));
    }

    /** A process may have died between a link and the end of its clearing; the owner would not get past a stranger's factor. */
    private Mono<String> cleared(String accountId, ServerWebExchange exchange) {
        return blocking.call(() -> SecondFactorClaims.isOfFormerOwner(claims, accountId))
                .flatMap(left -> left ? toItsEnd(clear(accountId, exchange)) : Mono.<Void>empty())
                .thenReturn(accountId);
    }

    /** Also for a client that hangs up: it must not leave a stranger's things behind. */
    private static <T> Mono<T> toItsEnd(Mono<T> act) {
        return DetachedWork.of(() -> act, LOG, "The browser has gone before its answer");
    }

    private Mono<String> linked(String accountId, GithubUser user, ServerWebExchange exchange) {
        return blocking.call(() -> new LinkGithub(accountId, user.id(), user.email(), PasswordHasher.unusable()))
                .flatMap(command -> commands.<Boolean>sendAndAwait(
                        command, exchange, Projection.ACCOUNT, Projection.SESSION, Projection.TOKEN))
                .flatMap(done -> Boolean.TRUE.equals(done.result()) ? clear(accountId, exchange) : Mono.<Void>empty())
                .thenReturn(accountId);
    }

    /**
     * What somebody may have set up who had only guessed the address. Tokens and passkeys are dead already, by the account's
     * claim; now their owner sees it too. The factors go last: as long as they are there, the next login begins again.
     */
    private Mono<Void> clear(String accountId, ServerWebExchange exchange) {
        return queries.ask(new ListTokens(accountId), TokenList.class)
                .flatMapIterable(TokenList::items)
                .filter(token -> token.revocation() == null)
                .concatMap(token ->
                        commands.sendAndAwait(new RevokeToken(token.id(), null, GUESSED), exchange, Projection.TOKEN))
                .then(Mono.defer(() -> factors.removeAll(accountId, exchange)));
    }

    private Mono<String> register(GithubUser user, ServerWebExchange exchange) {
        return blocking.call(() -> new RegisterAccount(
                        ObjectId.get().toHexString(),
                        user.email(),
                        user.name(),
                        PasswordHasher.unusable(),
                        true,
                        false,
                        user.id()))
                .flatMap(command -> commands.sendAndAwait(command, exchange, Projection.ACCOUNT)
                        .thenReturn(command.accountId()));
    }

    private static boolean isLate(Throwable error) {
        return error instanceof Refusal refusal
                && (refusal.code() == ErrorCode.CONFLICT
                        || refusal.code() == ErrorCode.EMAIL_TAKEN
                        || refusal.code() == ErrorCode.NOT_FOUND);
    }
}
