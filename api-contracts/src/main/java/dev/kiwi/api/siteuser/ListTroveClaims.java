package dev.kiwi.api.siteuser;

/** Query for claims of players' names, oldest first, answered with {@link TroveClaimList}. @param pendingOnly without those that are approved */
public record ListTroveClaims(boolean pendingOnly) {}
