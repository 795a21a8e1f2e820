package dev.kiwi.web.demo;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.misc.SeedSupporters;
import dev.kiwi.command.dispatch.CommandDispatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** People to thank, unless there was a list before. */
@Component
@Order(2)
final class DemoSupporters implements DemoPart {
    private static final List<String> NAMES = List.of(
            "Wren", "Oakley", "Bramble", "Juniper", "Sorrel", "Tansy", "Fennel", "Larkspur", "Moss", "Clover", "Rowan");

    private final CommandDispatcher commands;

    DemoSupporters(CommandDispatcher commands) {
        this.commands = commands;
    }

    @Override
    public void load(Instant now, Duration history) {
        commands.dispatch(new SeedSupporters(NAMES), CommandContext.system("demo"))
                .join();
    }
}
