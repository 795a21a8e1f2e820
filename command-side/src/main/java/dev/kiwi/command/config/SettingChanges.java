package dev.kiwi.command.config;

/** Tells every node that a setting has another value. */
public interface SettingChanges {
    /** Called inside a command handler; speaks once the command's events are committed, and not when they are not. */
    void settingChangesWithCommit(String key);
}
