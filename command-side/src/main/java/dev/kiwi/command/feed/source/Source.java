package dev.kiwi.command.feed.source;

import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import org.jspecify.annotations.Nullable;

/** The outbound port of one relay. */
public interface Source {
    /** For example {@code trove_events}. */
    String name();

    /** Whose answers these are, for administrators; null while nobody is named. */
    @Nullable
    String host();

    /** False while something is missing that it cannot be asked without. */
    default boolean isConfigured() {
        return true;
    }

    /** What is missing while it is not configured, for administrators. */
    default String missing() {
        return "a credential is missing";
    }

    /** What it told last is recorded; until then it must not count as fetched. */
    default void recorded() {}

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
