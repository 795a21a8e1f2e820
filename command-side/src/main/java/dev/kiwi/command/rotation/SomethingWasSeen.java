package dev.kiwi.command.rotation;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import java.util.Locale;
import java.util.Set;

/** A capture has a name. @param name without blanks around it @param nothing names, in lower case, that bots send for none */
record SomethingWasSeen(String name, Set<String> nothing) implements Rule {
    @Override
    public boolean isViolated() {
        return name.isEmpty() || nothing.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String message() {
        return "A capture needs the name of what was seen.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.BAD_REQUEST;
    }
}
