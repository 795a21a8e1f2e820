package dev.kiwi.command.token;

import dev.kiwi.api.token.TokenKey;
import dev.kiwi.command.claim.Claims;
import java.util.Optional;

/**
 * Which token stands behind a hash, asked of the committed truth: minted a moment ago or revoked a moment ago counts. A
 * claim is taken anew with each change of its token, so its position says how new the token's details must be.
 */
public final class TokenClaims {
    static final String HASH = "token_hash";
    /** Opens until the overlap of a rotation ends. */
    static final String OLD_HASH = "old_token_hash";
    /** Of a disabled or revoked token: known, and opens nothing. */
    static final String SHUT_HASH = "shut_token_hash";

    private TokenClaims() {}

    /**
     * @param position of the event that the claim came with
     * @param old true for the secret before a rotation, which works until the token's details say
     */
    public record Holder(String tokenId, long position, boolean old) {}

    /** The token that the secret opens; empty for a secret that opens nothing. @param hash lower-case hex SHA-256 */
    public static Optional<Holder> holder(Claims claims, String hash) {
        return find(claims, HASH, hash, false).or(() -> find(claims, OLD_HASH, hash, true));
    }

    /** The token whose secret it is, also when it opens nothing. */
    static Optional<String> owner(Claims claims, String hash) {
        return holder(claims, hash)
                .or(() -> find(claims, SHUT_HASH, hash, false))
                .map(Holder::tokenId);
    }

    private static Optional<Holder> find(Claims claims, String kind, String hash, boolean old) {
        return claims.find(kind, hash)
                .map(claimed -> new Holder(TokenKey.idIn(claimed.owner()), claimed.position(), old));
    }

    /** @param open false when the token is disabled or revoked */
    static void take(Claims claims, String tokenId, TokenSecrets secrets, boolean open) {
        String owner = TokenKey.of(tokenId);
        claims.claim(open ? HASH : SHUT_HASH, secrets.hash(), owner);
        if (secrets.old() != null) {
            claims.claim(open ? OLD_HASH : SHUT_HASH, secrets.old().hash(), owner);
        }
    }

    static void release(Claims claims, TokenSecrets secrets, boolean open) {
        claims.release(open ? HASH : SHUT_HASH, secrets.hash());
        if (secrets.old() != null) {
            claims.release(open ? OLD_HASH : SHUT_HASH, secrets.old().hash());
        }
    }
}
