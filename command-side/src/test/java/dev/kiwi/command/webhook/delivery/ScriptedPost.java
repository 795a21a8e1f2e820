package dev.kiwi.command.webhook.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as it is told and remembers what was posted. */
final class ScriptedPost implements Post {
    final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;

    ScriptedPost(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    interface Behaviour {
        Answer answer(Posted posted) throws IOException;
    }

    record Posted(String url, Map<String, String> headers, String body) {}

    static ScriptedPost answering(int status) {
        return new ScriptedPost(_ -> new Answer(status, ""));
    }

    @Override
    public Answer send(String url, Map<String, String> headers, String body) throws IOException {
        Posted one = new Posted(url, headers, body);
        posted.add(one);
        return behaviour.answer(one);
    }
}
