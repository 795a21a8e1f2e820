package dev.kiwi.api.siteuser;

import java.util.List;

/** Site users, in the order that was asked for. */
public record SiteUserList(List<SiteUserView> items) {}
