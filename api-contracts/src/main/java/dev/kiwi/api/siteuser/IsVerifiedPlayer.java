package dev.kiwi.api.siteuser;

/** Query: whether a site user has claimed the name of this player and the claim is approved, answered with a {@code Boolean}. @param name as asked; blanks around it and case do not count */
public record IsVerifiedPlayer(String name) {}
