package dev.kiwi.api.siteuser;

import java.util.List;

/**
 * @param handles that lead to the site user, the present one and those of before that nobody else has taken; by name
 * @param baseline best scores of the claimed player when the name was claimed, by board; empty without a claim
 */
public record SiteUserHoldings(List<String> handles, List<BestScore> baseline) {}
