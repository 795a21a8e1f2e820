package dev.kiwi.api.siteuser;

/** Query for a {@link SiteUserView}; refused with {@code not_found} when there is none. */
public record FindSiteUser(String siteUserId) {}
