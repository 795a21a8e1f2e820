package dev.kiwi.command.webhook.delivery;

import java.io.IOException;
import java.util.Map;

/** Carries bodies out of the house. */
interface Post {
    /** @param text the first bytes of the answer's body, on their way to being cleaned */
    record Answer(int status, String text) {}

    /**
     * Posts a body of JSON. Blocks, ten seconds at the most; runs on a virtual thread.
     *
     * @throws IOException when there is no answer; the message may be shown to the owner
     */
    Answer send(String url, Map<String, String> headers, String body) throws IOException;
}
