package dev.kiwi.web.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Sample data of one kind, filed by the same commands as the real thing. */
interface DemoPart {
    /** Files what is missing; blocks until the last event is durable. @param history how far it reaches back */
    void load(Instant now, Duration history) throws IOException;
}
