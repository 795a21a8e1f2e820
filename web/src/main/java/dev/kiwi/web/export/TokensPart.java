package dev.kiwi.web.export;

import dev.kiwi.api.token.ListTokens;
import dev.kiwi.api.token.TokenList;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.web.dispatch.Queries;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The account's API tokens, revoked and expired ones too, and whence they may be used. */
@Component
@Order(1)
final class TokensPart implements ExportPart {
    private final Queries queries;

    TokensPart(Queries queries) {
        this.queries = queries;
    }

    /** @param scopes mask; 0 for all */
    record Exported(
            String id,
            String name,
            String prefix,
            long scopes,
            List<String> allowedIps,
            int allowedIpCount,
            boolean revoked,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant expiresAt,
            long requestCount) {

        static Exported of(TokenView token) {
            return new Exported(
                    token.id(),
                    token.name(),
                    token.prefix(),
                    token.scopes(),
                    token.allowedIps(),
                    token.allowedIps().size(),
                    token.revocation() != null,
                    token.createdAt(),
                    token.lastUsedAt(),
                    token.expiresAt(),
                    token.requestCount());
        }
    }

    @Override
    public String name() {
        return "api_tokens";
    }

    @Override
    public Flux<Exported> items(String accountId) {
        return queries.ask(new ListTokens(accountId), TokenList.class)
                .flatMapIterable(TokenList::items)
                .map(Exported::of);
    }
}
