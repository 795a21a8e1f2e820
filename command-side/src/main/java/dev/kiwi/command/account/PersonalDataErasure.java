package dev.kiwi.command.account;

/** Makes everything personal that is stored of an account unreadable, wherever a copy lies. */
interface PersonalDataErasure {
    /** Called inside a command handler; takes effect once the command's events are committed. */
    void eraseWithCommit(String accountId);
}
