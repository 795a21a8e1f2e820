package dev.kiwi.command.token;

import static dev.kiwi.command.token.TokenFixture.NOW;
import static dev.kiwi.command.token.TokenFixture.OTHER;
import static dev.kiwi.command.token.TokenFixture.OWNER;
import static dev.kiwi.command.token.TokenFixture.minted;
import static dev.kiwi.command.token.TokenFixture.refusal;
import static dev.kiwi.command.token.TokenFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.token.DisableToken;
import dev.kiwi.api.token.EditToken;
import dev.kiwi.api.token.EnableToken;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenEdited;
import dev.kiwi.api.token.TokenEvent.TokenEnabled;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Editing, disabling and enabling. */
class EditTokenTest {
    private final TokenFixture fixture = new TokenFixture();

    @Test
    void givenATokenWhenEditedThenTheWholeAllowlistIsAnotherAndItsClaimMovesToTheEdit() {
        fixture.held("token_hash/hash-1");
        fixture.token
                .given(minted())
                .when(new EditToken("t1", OWNER, "new name", List.of(" 203.0.113.7/24", "203.0.113.0/24")))
                .expectEvents(new TokenEdited("t1", OWNER, "new name", List.of("203.0.113.0/24"), NOW))
                .expectResultMessagePayload(
                        new TokenState("new name", "kiwi_first", List.of("203.0.113.0/24"), false, null, null));
        assertThat(fixture.claims.held()).containsExactly(Map.entry("token_hash/hash-1", "token:t1"));
        assertThat(fixture.announced).containsExactly("hash-1");
    }

    @Test
    void givenATokenWhenNothingIsSaidOrTheSameThenNothingHappens() {
        for (EditToken edit : List.of(
                new EditToken("t1", OWNER, null, null), new EditToken("t1", OWNER, "my bot", List.of("10.1.2.3/8")))) {
            TokenFixture same = new TokenFixture();
            same.token.given(minted()).when(edit).expectNoEvents().expectResultMessagePayload(state(false));
            assertThat(same.announced).isEmpty();
        }
    }

    @Test
    void givenATokenWhenItsAllowlistIsEmptiedThenItIsUnrestricted() {
        fixture.token
                .given(minted())
                .when(new EditToken("t1", OWNER, null, List.of()))
                .expectEvents(new TokenEdited("t1", OWNER, "my bot", List.of(), NOW));
    }

    @Test
    void givenATokenWhenTheAllowlistIsNoneThenRefused() {
        for (List<String> entries : List.of(
                List.of("example.com"),
                IntStream.range(0, 51).mapToObj(i -> "10.0.0." + i).toList(),
                Collections.nCopies(1_001, "10.0.0.1"),
                List.of("1".repeat(1_000_000)))) {
            new TokenFixture()
                    .token
                    .given(minted())
                    .when(new EditToken("t1", OWNER, "other", entries))
                    .expectNoEvents()
                    .expectException(refusal(ErrorCode.BAD_REQUEST));
        }
    }

    @Test
    void givenSomebodyElsesOrARevokedTokenThenNobodyChangesIt() {
        for (Object command : List.of(
                new EditToken("t1", OTHER, "mine", null),
                new DisableToken("t1", OTHER),
                new EnableToken("t1", OTHER))) {
            new TokenFixture()
                    .token
                    .given(minted())
                    .when(command)
                    .expectNoEvents()
                    .expectException(refusal(ErrorCode.NOT_FOUND));
        }
        for (Object command : List.of(
                new EditToken("t1", OWNER, "late", null),
                new DisableToken("t1", OWNER),
                new EnableToken("t1", OWNER))) {
            new TokenFixture()
                    .token
                    .given(minted(), new TokenRevoked("t1", "gone", NOW))
                    .when(command)
                    .expectNoEvents()
                    .expectException(refusal(ErrorCode.BAD_REQUEST));
        }
    }

    @Test
    void givenATokenWhenDisabledThenItsHashOpensNothingAndEveryNodeHears() {
        fixture.held("token_hash/hash-1");
        fixture.token
                .given(minted())
                .when(new DisableToken("t1", OWNER))
                .expectEvents(new TokenDisabled("t1", NOW))
                .expectResultMessagePayload(state(true));
        assertThat(fixture.claims.held()).containsExactly(Map.entry("shut_token_hash/hash-1", "token:t1"));
        assertThat(fixture.announced).containsExactly("hash-1");
    }

    @Test
    void givenADisabledTokenWhenEnabledThenItsHashOpensAgain() {
        fixture.held("shut_token_hash/hash-1");
        fixture.token
                .given(minted(), new TokenDisabled("t1", NOW))
                .when(new EnableToken("t1", OWNER))
                .expectEvents(new TokenEnabled("t1", NOW))
                .expectResultMessagePayload(state(false));
        assertThat(fixture.claims.held()).containsExactly(Map.entry("token_hash/hash-1", "token:t1"));
    }

    @Test
    void givenWhatIsAskedForAlreadyThenNothingHappens() {
        fixture.token
                .given(minted())
                .when(new EnableToken("t1", OWNER))
                .expectNoEvents()
                .expectResultMessagePayload(state(false));
        new TokenFixture()
                .token
                .given(minted(), new TokenDisabled("t1", NOW))
                .when(new DisableToken("t1", OWNER))
                .expectNoEvents()
                .expectResultMessagePayload(state(true));
    }

    @Test
    void givenADisabledTokenWhenEditedThenItStaysShut() {
        fixture.held("shut_token_hash/hash-1");
        fixture.token
                .given(minted(), new TokenDisabled("t1", NOW))
                .when(new EditToken("t1", OWNER, "renamed", null))
                .expectEvents(new TokenEdited("t1", OWNER, "renamed", List.of("10.0.0.0/8"), NOW));
        assertThat(fixture.claims.held()).containsOnlyKeys("shut_token_hash/hash-1");
    }
}
