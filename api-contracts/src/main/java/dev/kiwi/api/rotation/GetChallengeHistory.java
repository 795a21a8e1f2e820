package dev.kiwi.api.rotation;

import java.util.List;

/** Query for captured challenges, newest window first. */
public record GetChallengeHistory(int limit, int offset) {
    /** @param count of the items @param total of all there are */
    public record ChallengeHistory(List<CapturedChallenge> items, int count, int total) {}

    /** In unix seconds. @param type slug of a {@link ChallengeType} */
    public record CapturedChallenge(
            long windowAnchor, long windowEndsAt, String name, String type, boolean isFridayWindow, long capturedAt) {}
}
