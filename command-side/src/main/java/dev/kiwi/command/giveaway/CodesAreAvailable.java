package dev.kiwi.command.giveaway;

import dev.kiwi.api.kernel.Rule;

/** A drawer goes with all of its codes, so none of them may be in use. */
record CodesAreAvailable(CodeUses uses, String drawerId) implements Rule {
    @Override
    public boolean isViolated() {
        return !uses.areAvailable(drawerId);
    }

    @Override
    public String message() {
        return "A drawer with a code that is reserved or awarded cannot be deleted.";
    }
}
