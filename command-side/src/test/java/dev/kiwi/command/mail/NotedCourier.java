package dev.kiwi.command.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes everything and answers what the test wants to hear. */
final class NotedCourier implements Courier {
    /** Id, address and text of each message that was tried. */
    final List<String> carried = Collections.synchronizedList(new ArrayList<>());

    volatile Outcome outcome = new Outcome.Sent();
    volatile Runnable whileSending = () -> {};

    static NotedCourier answering(Outcome outcome) {
        NotedCourier courier = new NotedCourier();
        courier.outcome = outcome;
        return courier;
    }

    @Override
    public Round open() {
        return new Round() {
            @Override
            public Outcome send(String id, String address, LaidOut content) {
                whileSending.run();
                carried.add(address + ": " + content.text());
                return outcome;
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }
}
