package dev.kiwi.api.giveaway;

/** Query for a {@link CodeView}; refused with {@code not_found} when there is none. */
public record FindCode(String codeId) {}
