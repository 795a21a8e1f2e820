package dev.kiwi.web.guide;

import java.util.HashMap;
import java.util.Map;

/**
 * A page of the guide, as written: Markdown with names in double braces.
 *
 * @param name of its file, without the ending
 * @param path its address on the documentation's host
 * @param forPrograms whether {@code llms.txt} has it too
 */
public record Chapter(
        String name,
        String path,
        String group,
        String title,
        String label,
        String description,
        boolean forPrograms,
        String text) {
    static final String ENDPOINTS = "endpoints";
    private static final String FENCE = "---\n";

    /** @param file begins with {@code title}, {@code description} and perhaps {@code label} and {@code llms} between two lines of dashes */
    static Chapter parse(String name, String path, String group, String file) {
        int end = file.indexOf(FENCE, FENCE.length());
        if (!file.startsWith(FENCE) || end < 0) {
            throw new IllegalArgumentException("The chapter " + name + " does not begin with its title");
        }
        Map<String, String> head = new HashMap<>();
        file.substring(FENCE.length(), end).lines().forEach(line -> {
            int colon = line.indexOf(':');
            head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        String title = required(head, "title", name);
        return new Chapter(
                name,
                path,
                group,
                title,
                head.getOrDefault("label", title),
                required(head, "description", name),
                Boolean.parseBoolean(head.get("llms")),
                file.substring(end + FENCE.length()));
    }

    /** Whether it shows what the OpenAPI document tells. */
    public boolean needsTheReference() {
        return text.contains("{{" + ENDPOINTS + "}}");
    }

    private static String required(Map<String, String> head, String key, String name) {
        String value = head.get(key);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("The chapter " + name + " has no " + key);
        }
        return value;
    }
}
