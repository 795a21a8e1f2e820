package dev.kiwi.api.market;

/** The one aggregate that holds the interest list. */
public final class InterestListKey {
    public static final String SINGLETON = "interestlist:all";

    private InterestListKey() {}
}
