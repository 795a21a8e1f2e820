package dev.kiwi.projection.market;

import dev.kiwi.api.formats.grainus.ParsedListing;
import java.io.IOException;
import java.util.List;

/** Where the projector gets the scrape that an event names. */
public interface ScrapeSource {
    /** @param sha256 name of the scrape's blob */
    List<ParsedListing> read(String sha256) throws IOException;
}
