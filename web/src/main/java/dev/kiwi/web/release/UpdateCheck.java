package dev.kiwi.web.release;

import dev.kiwi.api.release.LatestReleases;
import dev.kiwi.api.release.Platform;
import dev.kiwi.api.release.Version;
import dev.kiwi.web.release.ReleaseReplies.PlatformLatest;
import dev.kiwi.web.release.ReleaseReplies.UpdateAnswer;
import java.util.Optional;

/** Whether an installed version is older than the newest. */
final class UpdateCheck {
    private UpdateCheck() {}

    static UpdateAnswer of(String installed, String channel, Platform platform, LatestReleases latest) {
        Optional<PlatformLatest> newest = PlatformLatest.of(platform, latest);
        Optional<Version> mine = Version.of(installed);
        Optional<Version> theirs =
                newest.flatMap(one -> Version.of(one.release().tagName()));
        boolean comparable = mine.isPresent() && theirs.isPresent();
        boolean update = comparable && mine.get().compareTo(theirs.get()) < 0;
        return new UpdateAnswer(installed, channel, platform.key(), update, comparable, newest.orElse(null));
    }
}
