package dev.kiwi.command.giveaway;

import dev.kiwi.api.kernel.Rule;

/** What somebody has won is not changed. */
record CodeIsNotAwarded(CodeUses uses, String codeId) implements Rule {
    @Override
    public boolean isViolated() {
        return uses.isAwarded(codeId);
    }

    @Override
    public String message() {
        return "An awarded code cannot be changed.";
    }
}
