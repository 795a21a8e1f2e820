package dev.kiwi.web.demo;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.market.GetInterestItems;
import dev.kiwi.api.market.GetInterestItems.InterestItems;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.market.ReceivedScrape;
import dev.kiwi.command.market.ScrapeIntake;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Scrapes of a marketplace, two a day and one of this hour; the same ones again are no news. */
@Component
@Order(2)
final class DemoMarket implements DemoPart {
    private static final long HALF_A_DAY = 43_200;
    private static final long HOUR = 3_600;

    private final ScrapeIntake intake;
    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    DemoMarket(ScrapeIntake intake, CommandDispatcher commands, QueryDispatcher queries) {
        this.intake = intake;
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void load(Instant now, Duration history) throws IOException {
        List<String> items = queries.query(new GetInterestItems(), InterestItems.class)
                .join()
                .names();
        ScrapeGenerator generator = new ScrapeGenerator(items);
        long end = now.getEpochSecond();
        for (long at = end / HALF_A_DAY * HALF_A_DAY - history.toSeconds(); at <= end; at += HALF_A_DAY) {
            file(generator.text(at), at, end, items);
        }
        long latest = end / HOUR * HOUR;
        file(generator.text(latest), latest, end, items);
    }

    private void file(String text, long seen, long now, List<String> items) throws IOException {
        try (ScrapeIntake.Upload upload = intake.begin()) {
            upload.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            ReceivedScrape scrape = upload.finish();
            commands.dispatch(scrape.filing(seen, now, items), CommandContext.system("demo"))
                    .join();
        }
    }
}
