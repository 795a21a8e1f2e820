package dev.kiwi.command.siteuser;

/** Makes everything personal that is stored of a site user unreadable, wherever a copy lies. */
interface SiteUserErasure {
    /** Called inside a command handler; takes effect once the command's events are committed. */
    void eraseWithCommit(String siteUserId);
}
