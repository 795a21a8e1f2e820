package dev.kiwi.projection.machinery;

import java.sql.Connection;
import java.sql.ResultSet;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * Stores the token of a claim that is still held, and no other. The store that this extends claims a token that is free
 * when it is to be updated: a node that was paused in the middle of a batch would commit what another one has applied
 * since and let go of.
 */
final class FencedTokenStore extends JdbcTokenStore {
    FencedTokenStore(Builder builder) {
        super(builder);
    }

    @Override
    protected void updateToken(
            Connection connection, ResultSet resultSet, TrackingToken token, String processorName, int segment) {
        throw new UnableToClaimTokenException("The claim of " + processorName + "[" + segment
                + "] was lost while a batch was under way; what it did is rolled back");
    }
}
