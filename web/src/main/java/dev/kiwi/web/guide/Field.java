package dev.kiwi.web.guide;

/**
 * A field of a body.
 *
 * @param name with the way to it: {@code items[].rank}
 * @param rules bounds and the usual value, as text
 */
public record Field(String name, String type, boolean required, String rules, String description) {
    public String html() {
        return Schemas.html(description, rules);
    }
}
