package dev.kiwi.api.siteuser;

import org.jspecify.annotations.Nullable;

/** Query for site users, newest first, answered with {@link SiteUserList}. @param text part of a username, Discord handle or display name, or a whole Discord id; null for everybody @param below id; null to begin */
public record SearchSiteUsers(
        @Nullable String text, @Nullable String below, int atMost) {}
