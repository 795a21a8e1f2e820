package dev.kiwi.command.feed;

import dev.kiwi.command.feed.source.TwitchSource;
import java.net.URI;

/**
 * Where the feeds come from; a stand-in may play each.
 *
 * @param credentials of Twitch
 * @param youtubeKey blank: no videos of YouTube
 * @param repository of the desktop app, owner and name
 * @param githubToken blank for none
 * @param delves blank: no delves are fetched
 * @param delvesReferer address that the service wants to be asked from; blank for none
 */
record FeedUpstreams(
        URI news,
        URI twitch,
        URI twitchLogin,
        TwitchSource.Credentials credentials,
        URI youtube,
        String youtubeKey,
        URI bilibili,
        URI trovesaurus,
        URI github,
        String repository,
        String githubToken,
        String delves,
        String delvesReferer) {
    /** Hides the credentials, so that they never reach a log. */
    @Override
    public String toString() {
        return "FeedUpstreams[" + repository + "]";
    }
}
