package dev.kiwi.web.demo;

import dev.kiwi.api.giveaway.AddCodes;
import dev.kiwi.api.giveaway.CloseEntries;
import dev.kiwi.api.giveaway.CreateDrawer;
import dev.kiwi.api.giveaway.CreateGiveaway;
import dev.kiwi.api.giveaway.DrawGiveaway;
import dev.kiwi.api.giveaway.EditGiveaway;
import dev.kiwi.api.giveaway.EnterGiveaway;
import dev.kiwi.api.giveaway.GiveawayList;
import dev.kiwi.api.giveaway.ListGiveaways;
import dev.kiwi.api.giveaway.ListGiveaways.Which;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.demo.DemoPeople.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Giveaways that are open, to come and over, unless there are some already. */
@Component
@Order(2)
final class DemoGiveaways implements DemoPart {
    private static final String PASS = "Patron pass, 30 days";
    private static final String CREDITS = "1,000 credits";
    private static final int PEOPLE = 48;

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;
    private final DemoPeople people;

    DemoGiveaways(CommandDispatcher commands, QueryDispatcher queries, DemoPeople people) {
        this.commands = commands;
        this.queries = queries;
        this.people = people;
    }

    /** @param days from now, negative for days ago */
    private record Plan(String title, String text, String prize, double from, double days, int entries) {}

    private static final List<Plan> PLANS = List.of(
            new Plan("Autumn thank-you", "For everybody who sent captures this autumn.", CREDITS, -12, -9, 31),
            new Plan("A quiet Tuesday", "Nothing special, just because.", CREDITS, -8, -7, 0),
            new Plan("Delver's reward", "For those who go deep.", PASS, -6, -2, 48),
            new Plan("Weekend pass", "One month of patron benefits for somebody who is lucky.", PASS, -3, 1.3, 17),
            new Plan("Ten thousand captures", "We have filed ten thousand captures: thank you!", CREDITS, -1, 5, 40),
            new Plan("Winter festival", "Opens with the festival.", PASS, 2, 9, 0));

    @Override
    public void load(Instant now, Duration history) {
        boolean some = !queries.query(new ListGiveaways(Which.ALL, now), GiveawayList.class)
                .join()
                .items()
                .isEmpty();
        if (some) {
            return;
        }
        List<Person> entrants = people.register(PEOPLE);
        String passes = drawer(PASS, "Thirty days of patron benefits.");
        String credits = drawer(CREDITS, "A code that is good in the game's store.");
        for (Plan plan : PLANS) {
            run(plan, plan.prize().equals(PASS) ? passes : credits, entrants, now);
        }
    }

    private String drawer(String name, String description) {
        String id = ObjectId.get().toHexString();
        send(new CreateDrawer(id, name, description));
        List<String> codes = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> "DEMO-" + id.substring(18).toUpperCase(Locale.ROOT) + "-" + i)
                .toList();
        send(new AddCodes(id, codes));
        return id;
    }

    /** One that is over is made as one that is open, since only then can people enter; then its end is put back. */
    private void run(Plan plan, String drawer, List<Person> entrants, Instant now) {
        String id = ObjectId.get().toHexString();
        Instant from = moved(now, plan.from());
        Instant until = moved(now, plan.days());
        boolean over = until.isBefore(now);
        send(new CreateGiveaway(
                id, plan.title(), plan.text(), from, over ? moved(now, 1) : until, drawer, plan.prize()));
        entrants.subList(0, plan.entries()).forEach(one -> send(new EnterGiveaway(id, one.id(), one.name())));
        if (over) {
            send(new EditGiveaway(id, null, null, null, until, null));
            send(new CloseEntries(id, false));
            send(new DrawGiveaway(id));
        }
    }

    private static Instant moved(Instant now, double days) {
        return now.plusSeconds(Math.round(days * 86_400));
    }

    private void send(Object command) {
        commands.dispatch(command, CommandContext.system("demo")).join();
    }
}
