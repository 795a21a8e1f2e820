package dev.kiwi.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageProofTest {
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final PageProof proof = new PageProof(Pkce.challenge(VERIFIER));
    private final PageProof none = new PageProof(null);

    @Test
    void onlyTheVerifierOfTheChallengeMeetsIt() {
        assertThat(proof.isMetBy(VERIFIER)).isTrue();
        assertThat(proof.isMetBy(VERIFIER + "x")).isFalse();
        assertThat(proof.isMetBy(proof.challenge())).isFalse();
        assertThat(proof.isMetBy("")).isFalse();
        assertThat(proof.isMetBy(null)).isFalse();
    }

    @Test
    void withoutAChallengeThereIsNothingToShow() {
        assertThat(none.isMetBy(null)).isTrue();
        assertThat(none.isMetBy(VERIFIER)).isFalse();
        assertThat(none.isMetBy("")).isFalse();
    }

    @Test
    void isReadAsItWasKept() {
        assertThat(PageProof.of(proof.text())).isEqualTo(proof);
        assertThat(PageProof.of(none.text())).isEqualTo(none);
        assertThat(PageProof.in(new String[] {"id", "0", proof.text()}, 2)).isEqualTo(proof);
        assertThat(PageProof.in(new String[] {"id", "0"}, 2)).isEqualTo(none);
    }

    @Test
    void aChallengeLooksLikeOne() {
        assertThat(proof.challenge()).matches(PageProof.CHALLENGE);
    }
}
