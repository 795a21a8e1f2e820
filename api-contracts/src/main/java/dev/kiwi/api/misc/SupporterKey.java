package dev.kiwi.api.misc;

/** The list of supporters is one stream of events. */
public final class SupporterKey {
    public static final String LIST = "misc:supporters";
    public static final int LONGEST_LIST = 300;

    private SupporterKey() {}
}
