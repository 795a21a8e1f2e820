package dev.kiwi.command.feed;

import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import java.util.List;
import java.util.Set;

/** Nothing is forgotten but what is over for long, so that an upstream which invents items must not go on for ever. */
record FeedHasRoom(Set<String> kept, List<String> dropped, List<FeedItem> changed) implements Rule {
    private static final int MOST = 50_000;

    @Override
    public boolean isViolated() {
        long added = changed.stream().filter(item -> !kept.contains(item.key())).count();
        return kept.size() - dropped.size() + added > MOST;
    }

    @Override
    public String message() {
        return "The feed has too many items to take new ones.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.CONFLICT;
    }
}
