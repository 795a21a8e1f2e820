package dev.kiwi.command.giveaway;

import dev.kiwi.api.kernel.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What of a batch can be codes: trimmed, each once, without blank and too long ones (giveaways.md E). */
record OfferedCodes(SequencedSet<String> texts) implements Rule {
    static final int LONGEST = 400;

    static OfferedCodes of(List<String> sent) {
        LinkedHashSet<String> texts = new LinkedHashSet<>();
        sent.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .forEach(texts::add);
        return new OfferedCodes(texts);
    }

    @Override
    public boolean isViolated() {
        return texts.isEmpty();
    }

    @Override
    public String message() {
        return "A code has 1 to " + LONGEST + " characters; none of these has.";
    }
}
