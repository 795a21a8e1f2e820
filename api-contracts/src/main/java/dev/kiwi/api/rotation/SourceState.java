package dev.kiwi.api.rotation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source of the live stream says at a moment.
 *
 * @param data the body of the source's endpoint, as it is encoded there
 * @param signature differs exactly when there is news; null while the source is quiet
 * @param nextChange when it changes by itself, always later than the moment asked for; null when only a capture can
 */
public record SourceState(
        Object data, @Nullable String signature, @Nullable Instant nextChange) {}
