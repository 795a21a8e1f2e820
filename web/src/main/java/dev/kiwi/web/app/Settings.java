package dev.kiwi.web.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The validated configuration of this process. Also in Spring's environment under the same names, defaults filled in,
 * so that {@code @Value("${API_TOKEN_PREFIX}")} reads it.
 */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads and checks. Command line wins over environment, environment over {@code .env}; a blank value means unset.
     *
     * @throws ConfigurationException naming each unknown or invalid variable
     */
    static Settings of(Map<String, String> dotEnv, Map<String, String> environment, Map<String, String> commandLine) {
        List<String> complaints = new ArrayList<>();
        dotEnv.keySet().stream()
                .filter(name -> Variables.named(name).isEmpty())
                .forEach(name -> complaints.add(name + " in .env is not a variable that Kiwi knows"));
        environment.keySet().stream()
                .filter(name ->
                        name.startsWith("KIWI_") && Variables.named(name).isEmpty())
                .forEach(name -> complaints.add(name + " is not a variable that Kiwi knows"));
        Map<String, String> values = new LinkedHashMap<>();
        Variables.all().forEach(variable -> {
            String value = firstSet(variable.name(), commandLine, environment, dotEnv);
            String complaint = value == null ? null : variable.kind().complaint(value);
            if (complaint != null) {
                complaints.add(variable.name() + " " + complaint);
            }
            String effective = value == null ? variable.fallback() : value;
            if (effective != null) {
                values.put(variable.name(), effective);
            }
        });
        complaints.addAll(Consistency.complaints(values));
        if (!complaints.isEmpty()) {
            throw new ConfigurationException(complaints);
        }
        return new Settings(values);
    }

    @SafeVarargs
    private static @Nullable String firstSet(String name, Map<String, String>... sources) {
        for (Map<String, String> source : sources) {
            String value = source.get(name);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }

    /** @throws IllegalStateException when the variable is unset and has no default */
    public String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** The same settings with some values known only now, such as a generated secret. */
    Settings with(Map<String, String> more) {
        Map<String, String> merged = new LinkedHashMap<>(values);
        merged.putAll(more);
        return new Settings(merged);
    }

    Map<String, Object> asProperties() {
        return new LinkedHashMap<>(values);
    }
}
