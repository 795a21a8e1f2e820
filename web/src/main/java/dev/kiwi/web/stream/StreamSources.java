package dev.kiwi.web.stream;

import java.util.List;

/** Some sources; every bean of this type is in the stream. */
@FunctionalInterface
public interface StreamSources {
    List<StreamSource> list();
}
