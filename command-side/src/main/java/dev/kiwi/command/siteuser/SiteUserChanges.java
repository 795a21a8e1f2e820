package dev.kiwi.command.siteuser;

/** Tells every node's request path that what it remembers of a site user is no longer true. */
public interface SiteUserChanges {
    /** Called inside a command handler; speaks once the command's events are committed, and not when they are not. */
    void siteUserChangesWithCommit(String siteUserId);
}
