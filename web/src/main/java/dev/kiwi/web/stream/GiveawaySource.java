package dev.kiwi.web.stream;

import dev.kiwi.api.giveaway.GiveawayList;
import dev.kiwi.api.giveaway.GiveawayView;
import dev.kiwi.api.giveaway.ListGiveaways;
import dev.kiwi.api.giveaway.ListGiveaways.Which;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The open giveaway that was made last. */
record GiveawaySource(QueryDispatcher queries) implements StreamSource {
    /** @param createdAt unix seconds */
    record Newest(String id, String title, long createdAt) {}

    record NewestGiveaway(Newest newest) {}

    @Override
    public String type() {
        return "giveaways";
    }

    @Override
    public Set<Projection> readsFrom() {
        return Set.of(Projection.GIVEAWAY);
    }

    @Override
    public State at(Instant now) {
        List<GiveawayView> open = queries.query(new ListGiveaways(Which.NEWEST_OPEN, now), GiveawayList.class)
                .join()
                .items();
        if (open.isEmpty()) {
            return State.quiet(null);
        }
        GiveawayView giveaway = open.getFirst();
        long createdAt = giveaway.createdAt().getEpochSecond();
        return new State(
                new NewestGiveaway(new Newest(giveaway.id(), giveaway.title(), createdAt)),
                Long.toString(createdAt),
                null);
    }
}
