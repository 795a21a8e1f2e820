package dev.kiwi.web.demo;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.DiscordProfile;
import dev.kiwi.api.siteuser.FindSiteUser;
import dev.kiwi.api.siteuser.RegisterSiteUser;
import dev.kiwi.api.siteuser.SiteUserView;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** People of the site, always the same ones. */
@Component
class DemoPeople {
    private static final long SEED = 3;
    private static final long FIRST_DISCORD_ID = 900_000_000_000_000_000L;

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    DemoPeople(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** @param id of the site user */
    record Person(String id, String name) {}

    /** Registers who is not there yet. */
    List<Person> register(int count) {
        Crowd crowd = new Crowd(count, SEED, 0, 0);
        return IntStream.range(0, count)
                .mapToObj(i -> person(i, crowd.name(i).replace(" é", "")))
                .toList();
    }

    private Person person(int i, String name) {
        Person person = new Person(String.format(Locale.ROOT, "de300000%016x", i + 1), name);
        if (!isThere(person)) {
            DiscordProfile profile =
                    new DiscordProfile(Long.toString(FIRST_DISCORD_ID + i), name.toLowerCase(Locale.ROOT), name, null);
            commands.dispatch(new RegisterSiteUser(person.id(), profile), CommandContext.system("demo"))
                    .join();
        }
        return person;
    }

    private boolean isThere(Person person) {
        try {
            queries.query(new FindSiteUser(person.id()), SiteUserView.class).join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
