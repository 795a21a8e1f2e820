package dev.kiwi.web.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of {@code kiwi up}, as the variables that they stand for. */
final class UpCommand {
    private static final Map<String, String> OPTIONS =
            Map.of("--port", "KIWI_PORT", "--data", "KIWI_DATA", "--role", "KIWI_ROLE");

    private static final Map<String, String> SWITCHES = Map.of("--demo", "KIWI_DEMO");

    private UpCommand() {}

    /** Takes {@code --name value} and {@code --name=value}. @throws ConfigurationException naming what is not understood */
    static Map<String, String> variables(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (SWITCHES.containsKey(argument)) {
                values.put(SWITCHES.getOrDefault(argument, argument), "true");
                continue;
            }
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            String variable = OPTIONS.get(option);
            if (variable == null) {
                throw new ConfigurationException("kiwi up does not know " + argument
                        + "; it takes --port NUMBER, --data DIRECTORY, --role all|api|projector, --demo");
            }
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new ConfigurationException(option + " needs a value");
            }
            values.put(variable, equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
        }
        return values;
    }
}
