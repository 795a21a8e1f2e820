package dev.kiwi.web.misc;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.misc.SeedSupporters;
import dev.kiwi.command.dispatch.CommandDispatcher;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The names of SUPPORTERS become the list when there never was one. The start does not wait for it. */
@Component
class SupportersAtStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SupportersAtStart.class);
    private static final String SEED = "supporters-at-start";

    private final String names;
    private final CommandDispatcher commands;

    SupportersAtStart(@Value("${SUPPORTERS:}") String names, CommandDispatcher commands) {
        this.names = names;
        this.commands = commands;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (names.isBlank()) {
            return;
        }
        List<String> wanted = Arrays.asList(names.split(","));
        commands.dispatch(new SeedSupporters(wanted), CommandContext.system(SEED))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.error(
                                "The supporters of SUPPORTERS are not in the list; the next start tries again",
                                failure);
                    }
                });
    }
}
