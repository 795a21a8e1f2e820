package dev.kiwi.command.upstream;

import org.jspecify.annotations.Nullable;

/** What a service has named a body by, to be asked later whether it is still the same. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
}
