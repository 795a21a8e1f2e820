package dev.kiwi.command.misc;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import dev.kiwi.api.misc.SupporterKey;
import java.util.Collection;

/** What holds for the list of supporters. */
sealed interface SupporterRule extends Rule {
    record SupporterHasAName(String name) implements SupporterRule {
        @Override
        public boolean isViolated() {
            return name.isEmpty();
        }

        @Override
        public String message() {
            return "A supporter needs a name.";
        }

        @Override
        public ErrorCode code() {
            return ErrorCode.BAD_REQUEST;
        }
    }

    record NameIsNew(String name, Collection<String> names) implements SupporterRule {
        @Override
        public boolean isViolated() {
            return names.contains(name);
        }

        @Override
        public String message() {
            return "This supporter is in the list already.";
        }

        @Override
        public ErrorCode code() {
            return ErrorCode.CONFLICT;
        }
    }

    record NameIsThere(String name, Collection<String> names) implements SupporterRule {
        @Override
        public boolean isViolated() {
            return !names.contains(name);
        }

        @Override
        public String message() {
            return "There is no such supporter.";
        }

        @Override
        public ErrorCode code() {
            return ErrorCode.NOT_FOUND;
        }
    }

    record ListIsReasonable(int size) implements SupporterRule {
        @Override
        public boolean isViolated() {
            return size < 1 || size > SupporterKey.LONGEST_LIST;
        }

        @Override
        public String message() {
            return "The list needs one name at least, and has at most " + SupporterKey.LONGEST_LIST + ".";
        }

        @Override
        public ErrorCode code() {
            return ErrorCode.BAD_REQUEST;
        }
    }
}
