package dev.kiwi.bench.load;

import java.util.function.Consumer;

/**
 * One request of a mix.
 *
 * @param name what it is called when it fails
 * @param expected status of its answer
 * @param answered gets the begin of the body of an answer with that status
 */
public record Call(String name, byte[] request, int expected, Consumer<String> answered) {
    public Call(String name, byte[] request, int expected) {
        this(name, request, expected, _ -> {});
    }
}
