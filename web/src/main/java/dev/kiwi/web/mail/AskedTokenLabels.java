package dev.kiwi.web.mail;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.command.mail.TokenLabels;
import dev.kiwi.web.dispatch.CaughtUpQueries;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail context's look at tokens, through their query. */
@Component
final class AskedTokenLabels implements TokenLabels {
    private final CaughtUpQueries queries;

    AskedTokenLabels(CaughtUpQueries queries) {
        this.queries = queries;
    }

    @Override
    public Optional<TokenLabel> of(String tokenId, long position) {
        return queries.ask(new FindToken(tokenId), TokenView.class, Projection.TOKEN, position)
                .map(token -> new TokenLabel(token.name(), token.prefix()));
    }
}
