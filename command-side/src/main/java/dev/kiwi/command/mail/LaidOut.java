package dev.kiwi.command.mail;

import org.jspecify.annotations.Nullable;

/** A message as it is sent. @param html null for a message of text only */
record LaidOut(String subject, String text, @Nullable String html) {
    /** Leaves the bodies out: links in them are credentials. */
    @Override
    public String toString() {
        return "LaidOut[" + subject + "]";
    }
}
