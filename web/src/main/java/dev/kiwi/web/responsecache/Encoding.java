package dev.kiwi.web.responsecache;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an answer; each time the same bytes. */
@FunctionalInterface
public interface Encoding {
    void to(OutputStream out) throws IOException;
}
