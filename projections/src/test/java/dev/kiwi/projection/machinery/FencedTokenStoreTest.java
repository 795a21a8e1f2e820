package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes at one segment; the first is paused in the middle of a batch. */
class FencedTokenStoreTest {
    private static final String PROCESSOR = "ledger";

    private final Machinery machinery = new Machinery();
    private final Stores paused = node("paused");
    private final Stores other = node("other");

    @AfterEach
    void close() {
        paused.close();
        other.close();
        machinery.close();
    }

    /** A claim runs out at once, so that the other node need not wait. */
    private Stores node(String name) {
        return Stores.of(
                machinery.dataSource,
                machinery.transactionManager,
                machinery.mongo,
                machinery.serializer,
                machinery.store,
                new ProjectionSettings(
                        true, name, Duration.ZERO, ProjectionSettings.STALL_AFTER, ProjectionSettings.STOP_WITHIN));
    }

    private void store(Stores node, long position) {
        node.transaction().executeWithoutResult(_ -> node.tokenStore().storeToken(at(position), PROCESSOR, 0));
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private void claim(Stores node) {
        node.transaction().executeWithoutResult(_ -> node.tokenStore().fetchToken(PROCESSOR, 0));
    }

    private OptionalLong position() {
        TokenStore tokens = other.tokenStore();
        return other.transaction().execute(_ -> tokens.fetchToken(PROCESSOR, 0)).position();
    }

    @Test
    void aNodeThatLostItsClaimCommitsNothingAlsoWhenNobodyHoldsItNow() {
        paused.transaction()
                .executeWithoutResult(_ -> paused.tokenStore().initializeTokenSegments(PROCESSOR, 1, at(100)));
        claim(paused);
        store(paused, 120);
        claim(other);
        store(other, 200);
        other.transaction().executeWithoutResult(_ -> other.tokenStore().releaseClaim(PROCESSOR, 0));
        assertThatExceptionOfType(UnableToClaimTokenException.class).isThrownBy(() -> store(paused, 150));
        assertThat(position()).hasValue(200);
    }
}
