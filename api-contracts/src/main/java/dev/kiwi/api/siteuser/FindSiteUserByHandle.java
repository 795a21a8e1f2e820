package dev.kiwi.api.siteuser;

/** Query for the {@link SiteUserView} behind a handle, also one that was given up and that nobody else has taken; its username tells which. Refused with {@code not_found} when there is none. @param handle in lower case */
public record FindSiteUserByHandle(String handle) {}
