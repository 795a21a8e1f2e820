package dev.kiwi.command.market;

import dev.kiwi.api.kernel.Rule;

/** A scrape has at least one byte. */
record ScrapeIsNotEmpty(long bytes) implements Rule {
    @Override
    public boolean isViolated() {
        return bytes == 0;
    }

    @Override
    public String message() {
        return "The uploaded file is empty.";
    }
}
