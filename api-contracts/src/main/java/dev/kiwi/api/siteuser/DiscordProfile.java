package dev.kiwi.api.siteuser;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is at Discord.
 *
 * @param id decimal digits of an unsigned 64-bit number; the identity
 * @param handle the user name there, else the global name
 * @param globalName what Discord shows; null for none
 * @param avatar hash of the picture; null for none
 */
public record DiscordProfile(
        String id,
        String handle,
        @Nullable String globalName,
        @Nullable String avatar) {
    private static final int LONGEST_SHOWN = 80;

    /** How a new site user is called at first: the global name, else the handle; at most 80 characters. */
    public String firstDisplayName() {
        String name = globalName == null || globalName.isBlank() ? handle : globalName.strip();
        // By characters, not by halves of them.
        return name.codePointCount(0, name.length()) <= LONGEST_SHOWN
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_SHOWN));
    }

    /** Hides whose it is, so that it never reaches a log. */
    @Override
    public String toString() {
        return "DiscordProfile[hidden]";
    }
}
