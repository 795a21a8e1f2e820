package dev.kiwi.command.giveaway;

import dev.kiwi.command.claim.RecordedClaims;
import java.util.Optional;

/** Free codes for tests of aggregates: the drawer {@code empty} has none, each other one has one. */
record KnownCodes(RecordedClaims claims) implements FreeCodes {
    @Override
    public Optional<String> firstOf(String drawerId) {
        return drawerId.equals("empty") ? Optional.empty() : Optional.of("code-" + drawerId);
    }

    @Override
    public boolean anyUsed(String drawerId) {
        String codes = CodeUses.ofDrawer(drawerId) + "/";
        return claims.held().keySet().stream()
                .filter(claim -> claim.startsWith(codes))
                .anyMatch(claim -> claims.held().containsKey(CodeUses.USE + "/" + claim.substring(codes.length())));
    }
}
