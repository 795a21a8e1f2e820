package dev.kiwi.web.app;

import java.util.List;

/** What is wrong with the configuration, all of it at once; the start stops. */
final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigurationException(List<String> complaints) {
        super(String.join("\n", complaints), null, false, false);
    }

    ConfigurationException(String complaint) {
        this(List.of(complaint));
    }
}
