package dev.kiwi.command.token;

import dev.kiwi.api.token.LeakedToken;
import dev.kiwi.api.token.ReportLeakedToken;
import dev.kiwi.api.token.TokenKey;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.dispatch.CommandComponent;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.jspecify.annotations.Nullable;

/** Finds the token behind a leaked secret and has it decide; whoever reports a secret does not know whose it is. */
@CommandComponent
final class LeakReports {
    private final Repository<ApiToken> tokens;
    private final Claims claims;
    private final TokenChanges changes;
    private final Clock clock;

    LeakReports(RepositoryProvider aggregates, Claims claims, TokenChanges changes, Clock clock) {
        this.tokens = aggregates.repositoryFor(ApiToken.class);
        this.claims = claims;
        this.changes = changes;
        this.clock = clock;
    }

    @CommandHandler
    @Nullable
    LeakedToken decide(ReportLeakedToken command) {
        String tokenId = TokenClaims.owner(claims, command.hash()).orElse(null);
        return tokenId == null
                ? null
                : tokens.load(TokenKey.of(tokenId)).invoke(token -> token.leaked(command, claims, changes, clock));
    }
}
