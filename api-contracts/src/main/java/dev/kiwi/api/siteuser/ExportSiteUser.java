package dev.kiwi.api.siteuser;

/** Query for what is held of a site user beside the public view and the sessions; answered with {@link SiteUserHoldings}. */
public record ExportSiteUser(String siteUserId) {}
