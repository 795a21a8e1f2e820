package dev.kiwi.command.siteuser.discord;

import dev.kiwi.api.siteuser.DiscordProfile;

/** What comes of asking Discord who has signed in. */
public sealed interface DiscordAnswer {
    record Known(DiscordProfile profile) implements DiscordAnswer {}

    /** Discord gives nothing for this code. */
    record NoAccess() implements DiscordAnswer {}

    /** Discord is not reached, or answers what cannot be used. */
    record NoAnswer() implements DiscordAnswer {}
}
