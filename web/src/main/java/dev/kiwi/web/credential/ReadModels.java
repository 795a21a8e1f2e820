package dev.kiwi.web.credential;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Reads what a claim stands for. A claim is committed before its read model is filled, so that is waited for.
 * Blocks; runs on virtual threads.
 */
final class ReadModels {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final QueryDispatcher queries;
    private final AppliedPositions positions;

    ReadModels(QueryDispatcher queries, AppliedPositions positions) {
        this.queries = queries;
        this.positions = positions;
    }

    /**
     * The token as of its last change at least: each change takes the claim anew, and the allowlist of before it must
     * not let anybody in.
     *
     * @param position at which the token's claim was written
     */
    TokenView token(String tokenId, long position) {
        boolean applied = positions
                .await(List.of(Projection.TOKEN.key()), position, PATIENCE)
                .join();
        if (!applied) {
            throw notReady();
        }
        return find(new FindToken(tokenId), TokenView.class).orElseThrow(ReadModels::gone);
    }

    /** @param position at which the account's claim was written */
    AccountView account(String accountId, long position) {
        return read(new FindAccount(accountId), AccountView.class, Projection.ACCOUNT, position);
    }

    private <R> R read(Object query, Class<R> type, Projection projection, long position) {
        return find(query, type).orElseGet(() -> {
            boolean applied = positions
                    .await(List.of(projection.key()), position, PATIENCE)
                    .join();
            return find(query, type).orElseThrow(() -> applied ? gone() : notReady());
        });
    }

    /** A token goes with its owner, whose claims are released and its own is not. */
    private static Refusal gone() {
        return new Refusal(ErrorCode.NOT_AUTHENTICATED, "A valid credential is needed.");
    }

    private static Refusal notReady() {
        return new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "This credential is not ready yet; try again in a moment.");
    }

    private <R> Optional<R> find(Object query, Class<R> type) {
        try {
            return Optional.of(queries.query(query, type).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
