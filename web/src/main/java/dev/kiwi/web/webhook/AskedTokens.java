package dev.kiwi.web.webhook;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.command.webhook.delivery.KnownTokens;
import dev.kiwi.web.dispatch.CaughtUpQueries;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The deliveries' look at tokens, through their query. */
@Component
final class AskedTokens implements KnownTokens {
    private final CaughtUpQueries queries;

    AskedTokens(CaughtUpQueries queries) {
        this.queries = queries;
    }

    @Override
    public Optional<KnownToken> of(String tokenId, long position) {
        return queries.ask(new FindToken(tokenId), TokenView.class, Projection.TOKEN, position)
                .map(token -> new KnownToken(token.accountId(), token.name(), token.prefix()));
    }
}
