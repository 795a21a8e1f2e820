package dev.kiwi.command.feed.source;

import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;

/** The outbound port of one relay. */
public interface Source {
    /** For example {@code trove_events}. */
    String name();

    /** Whose answers these are, for administrators. */
    String host();

    /** False while a credential is missing that it does not answer without. */
    default boolean isConfigured() {
        return true;
    }

    /** Whether it is not called for now, because it failed too often or asked for that. */
    boolean isLeftAlone();

    /**
     * Asks it once. Blocks.
     *
     * @param known what came with the last answer that was taken over
     * @throws UpstreamFailure when there is no answer that can be taken over
     */
    Fetched fetch(Validators known) throws UpstreamFailure;
}
