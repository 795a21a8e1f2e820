package dev.kiwi.command.giveaway;

import dev.kiwi.api.kernel.Rule;

/** Only what nothing uses is thrown away. */
record CodeIsAvailable(CodeUses uses, String codeId) implements Rule {
    @Override
    public boolean isViolated() {
        return !uses.isAvailable(codeId);
    }

    @Override
    public String message() {
        return "A code that is reserved or awarded cannot be deleted.";
    }
}
