package dev.kiwi.web.app;

import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * One configuration variable.
 *
 * @param fallback what holds when it is unset or blank; null when there is none
 * @param meaning one line for docs/configuration.md and .env.example
 */
record Variable(String name, Kind kind, @Nullable String fallback, String meaning) {

    /** What a value may look like. */
    sealed interface Kind {
        /** @return what is wrong with the value, to be read after "NAME "; null when nothing is */
        @Nullable
        String complaint(String value);

        /** For the documentation's type column. */
        String label();
    }

    record Text(boolean secret) implements Kind {
        @Override
        public @Nullable String complaint(String value) {
            return null;
        }

        @Override
        public String label() {
            return secret ? "secret" : "text";
        }
    }

    record Number(long least, long most) implements Kind {
        @Override
        public @Nullable String complaint(String value) {
            try {
                long number = Long.parseLong(value);
                return number < least || number > most ? "must be " + label() + ", not " + value : null;
            } catch (NumberFormatException e) {
                return "must be " + label() + ", not \"" + value + "\"";
            }
        }

        @Override
        public String label() {
            return most == Long.MAX_VALUE
                    ? "a whole number from " + least
                    : "a whole number from " + least + " to " + most;
        }
    }

    record Flag() implements Kind {
        @Override
        public @Nullable String complaint(String value) {
            return value.equals("true") || value.equals("false")
                    ? null
                    : "must be true or false, not \"" + value + "\"";
        }

        @Override
        public String label() {
            return "true or false";
        }
    }

    record Choice(List<String> values) implements Kind {
        @Override
        public @Nullable String complaint(String value) {
            return values.contains(value) ? null : "must be one of " + label() + ", not \"" + value + "\"";
        }

        @Override
        public String label() {
            return String.join(" | ", values);
        }
    }

    /** @param schemes for example {@code http,https} */
    record Address(List<String> schemes, boolean secret) implements Kind {
        @Override
        public @Nullable String complaint(String value) {
            boolean fits = schemes.stream().anyMatch(scheme -> value.startsWith(scheme + "://"));
            // A store's address may hold a password, so it is not repeated.
            return fits ? null : "must start with " + label() + (secret ? "" : ", not \"" + value + "\"");
        }

        @Override
        public String label() {
            return String.join(" or ", schemes.stream().map(s -> s + "://").toList());
        }
    }

    record Pattern() implements Kind {
        @Override
        public @Nullable String complaint(String value) {
            try {
                java.util.regex.Pattern.compile(value);
                return null;
            } catch (PatternSyntaxException e) {
                return "must be a regular expression: " + e.getDescription();
            }
        }

        @Override
        public String label() {
            return "regular expression";
        }
    }
}
