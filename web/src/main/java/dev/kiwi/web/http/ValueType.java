package dev.kiwi.web.http;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The slug for a value that is not of the type that was asked for. */
final class ValueType {
    private ValueType() {}

    static String slug(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "type_error";
        }
        if (wanted == int.class || wanted == Integer.class || wanted == long.class || wanted == Long.class) {
            return "int_parsing";
        }
        if (wanted == double.class || wanted == float.class || Number.class.isAssignableFrom(wanted)) {
            return "float_parsing";
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "bool_parsing";
        }
        return ofObject(wanted);
    }

    private static String ofObject(Class<?> wanted) {
        if (wanted.isEnum()) {
            return "enum";
        }
        if (CharSequence.class.isAssignableFrom(wanted)) {
            return "string_type";
        }
        if (Collection.class.isAssignableFrom(wanted) || wanted.isArray()) {
            return "list_type";
        }
        if (Temporal.class.isAssignableFrom(wanted)) {
            return "datetime_parsing";
        }
        return wanted.isRecord() || Map.class.isAssignableFrom(wanted) ? "model_type" : "type_error";
    }

    static String sentence(String slug) {
        return switch (slug) {
            case "int_parsing" -> "must be a whole number";
            case "float_parsing" -> "must be a number";
            case "bool_parsing" -> "must be true or false";
            case "enum" -> "must be one of the listed values";
            case "string_type" -> "must be text";
            case "list_type" -> "must be a list";
            case "datetime_parsing" -> "must be a date and time";
            case "model_type" -> "must be an object";
            default -> "has the wrong type";
        };
    }
}
