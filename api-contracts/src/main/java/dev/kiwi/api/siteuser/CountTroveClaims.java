package dev.kiwi.api.siteuser;

/** Query for how many claims of players' names there are, answered with a {@link Long}. @param pendingOnly without those that are approved */
public record CountTroveClaims(boolean pendingOnly) {}
