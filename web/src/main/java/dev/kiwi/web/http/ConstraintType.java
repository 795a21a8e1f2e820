package dev.kiwi.web.http;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The slug of a violated jakarta constraint. */
final class ConstraintType {
    private ConstraintType() {}

    /**
     * @param constraint the annotation's simple name
     * @param value looked at for its size only
     * @param attributes of the constraint in order of their names; the first of a size is its maximum
     */
    static String slug(String constraint, @Nullable Object value, @Nullable Object[] attributes) {
        return switch (constraint) {
            case "NotNull" -> "missing";
            case "NotBlank" -> value == null ? "missing" : "string_too_short";
            case "NotEmpty" -> value == null ? "missing" : kind(value) + "_too_short";
            case "Size", "Length" -> kind(value) + (size(value) > maximum(attributes) ? "_too_long" : "_too_short");
            case "Min", "DecimalMin", "PositiveOrZero" -> "greater_than_equal";
            case "Max", "DecimalMax", "NegativeOrZero" -> "less_than_equal";
            case "Positive" -> "greater_than";
            case "Negative" -> "less_than";
            case "Pattern", "EntityId" -> "string_pattern_mismatch";
            case "typeMismatch" -> "type_error";
            default -> "value_error";
        };
    }

    private static String kind(@Nullable Object value) {
        return value instanceof Collection || value instanceof Object[] ? "list" : "string";
    }

    private static int size(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case Collection<?> list -> list.size();
            case Object[] array -> array.length;
            case null, default -> 0;
        };
    }

    private static long maximum(@Nullable Object[] attributes) {
        return attributes.length > 0 && attributes[0] instanceof Number max ? max.longValue() : Long.MAX_VALUE;
    }
}
