package dev.kiwi.command.giveaway;

import dev.kiwi.api.giveaway.DrawerKey;
import dev.kiwi.api.giveaway.GiveawayKey;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import java.util.Collection;
import java.util.Optional;

/**
 * What prize codes are used for, as claims: that a drawer has one, and that a giveaway has reserved it, was awarded it, or
 * that it is thrown away. Claims commit with the events, so a code never has two uses and a giveaway is never without one.
 */
final class CodeUses {
    static final String USE = "prize_code_use";
    private static final String AWARDED = "awarded:";
    private static final String THROWN_AWAY = "thrown_away";
    private static final String CHANGED = "changed";

    private final Claims claims;
    private final FreeCodes free;

    CodeUses(Claims claims, FreeCodes free) {
        this.claims = claims;
        this.free = free;
    }

    /** The kind of the claims by which a drawer has its codes. */
    static String ofDrawer(String drawerId) {
        return "prize_code:" + drawerId;
    }

    /** The kind of the claims that say which text is that of a code that was corrected. */
    static String textsOf(String drawerId) {
        return "prize_code_text:" + drawerId;
    }

    void added(String drawerId, String codeId) {
        claims.claim(ofDrawer(drawerId), codeId, DrawerKey.of(drawerId));
    }

    /** Of two that want the last one at once, one ends in a conflict. @throws Refusal 400 when there is none */
    String reserve(String drawerId, String giveawayId) {
        String codeId = free.firstOf(drawerId)
                .orElseThrow(() -> new Refusal(ErrorCode.BAD_REQUEST, "The drawer has no available code."));
        claims.claim(USE, codeId, GiveawayKey.of(giveawayId));
        return codeId;
    }

    void release(String codeId) {
        claims.release(USE, codeId);
    }

    /** For the giveaway that has reserved it. */
    void award(String codeId, String giveawayId) {
        claims.release(USE, codeId);
        claims.claim(USE, codeId, AWARDED + giveawayId);
    }

    /** Whether a drawer has no code that is reserved or awarded. */
    boolean areAvailable(String drawerId) {
        return !free.anyUsed(drawerId);
    }

    boolean isAvailable(String codeId) {
        return claims.find(USE, codeId).isEmpty();
    }

    /**
     * For a change of the code: should its use be another at the commit, that ends in a conflict.
     *
     * @return whether it is awarded
     */
    boolean holdAndTellIfAwarded(String codeId) {
        Optional<Claims.Claimed> use = claims.find(USE, codeId);
        if (use.isPresent()) {
            claims.require(USE, codeId, use.get().owner());
        } else {
            claims.claim(USE, codeId, CHANGED);
            claims.release(USE, codeId);
        }
        return use.filter(claimed -> claimed.owner().startsWith(AWARDED)).isPresent();
    }

    /** From now on this is the code's text; the one before is nobody's. */
    void corrected(String drawerId, String codeId, String textId) {
        claims.release(textsOf(drawerId), codeId);
        claims.claim(textsOf(drawerId), codeId, textId);
    }

    /** For codes that are available; should one be reserved meanwhile, that ends in a conflict. */
    void throwAway(String drawerId, Collection<String> codeIds) {
        // First the one, then the other: each is one statement however many there are.
        codeIds.forEach(codeId -> claims.claim(USE, codeId, THROWN_AWAY));
        codeIds.forEach(codeId -> claims.release(ofDrawer(drawerId), codeId));
        codeIds.forEach(codeId -> claims.release(textsOf(drawerId), codeId));
    }
}
