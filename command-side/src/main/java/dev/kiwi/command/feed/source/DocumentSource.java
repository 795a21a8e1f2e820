package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.command.upstream.UpstreamAnswer;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamService;
import dev.kiwi.command.upstream.Validators;
import java.util.List;

/** A feed that is one document: asked for if it is other than what is known, and read whole. */
record DocumentSource(Feed feed, UpstreamService service, Ask ask, Reading reading) implements Source {
    interface Ask {
        /** Blocks. */
        UpstreamAnswer ask(Validators known) throws UpstreamFailure;
    }

    interface Reading {
        /** In upstream's order. */
        List<FeedItem> items(UpstreamAnswer answer) throws UpstreamFailure;
    }

    @Override
    public String name() {
        return feed.key();
    }

    @Override
    public String host() {
        return service.host();
    }

    @Override
    public boolean isLeftAlone() {
        return service.isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        UpstreamAnswer answer = ask.ask(known);
        if (!answer.isUnchanged()) {
            return new Fetched.Told(Items.fetched(feed, reading.items(answer)), answer.validators());
        }
        // What is kept for a time comes to its end also while nothing new is told.
        return feed.afterItsEnd() != null
                ? new Fetched.Told(Items.fetched(feed, List.of()), known)
                : new Fetched.Unchanged();
    }
}
