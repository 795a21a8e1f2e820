package dev.kiwi.command.market;

import dev.kiwi.api.kernel.Rule;

/** Listings are not seen in the future; a clock may be five minutes ahead (ruling 11). */
record ScrapeIsNotAhead(long seen, long now) implements Rule {
    private static final long TOLERANCE = 300;

    @Override
    public boolean isViolated() {
        return seen > now + TOLERANCE;
    }

    @Override
    public String message() {
        return "The timestamp is in the future.";
    }
}
