package dev.kiwi.command.token;

import dev.kiwi.api.token.TokenKey;
import dev.kiwi.command.claim.Claims;
import java.util.Optional;

/** Which token stands behind a hash, asked of the committed truth: minted a moment ago or revoked a moment ago counts. */
public final class TokenClaims {
    static final String HASH = "token_hash";

    private TokenClaims() {}

    /** @param position of the event that the claim came with */
    public record Holder(String tokenId, long position) {}

    /** @param hash lower-case hex SHA-256 of the token's text */
    public static Optional<Holder> holder(Claims claims, String hash) {
        return claims.find(HASH, hash).map(claimed -> new Holder(TokenKey.idIn(claimed.owner()), claimed.position()));
    }
}
