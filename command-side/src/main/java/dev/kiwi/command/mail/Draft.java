package dev.kiwi.command.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, before it is laid out.
 *
 * @param title subject and heading; never holds what a user wrote
 * @param rows of a table under the paragraphs, the first one its heads; empty for no table
 * @param note small print
 */
record Draft(
        MailKind kind,
        String title,
        List<String> paragraphs,
        List<List<String>> rows,
        @Nullable Button button,
        @Nullable String note) {

    record Button(String label, String url) {
        /** Leaves the link out: it is a credential. */
        @Override
        public String toString() {
            return "Button[" + label + "]";
        }
    }

    static Draft of(MailKind kind, String title, String... paragraphs) {
        return new Draft(kind, title, List.of(paragraphs), List.of(), null, null);
    }

    Draft with(Button wanted) {
        return new Draft(kind, title, paragraphs, rows, wanted, note);
    }

    Draft withRows(List<List<String>> wanted) {
        return new Draft(kind, title, paragraphs, wanted, button, note);
    }

    Draft withNote(String wanted) {
        return new Draft(kind, title, paragraphs, rows, button, wanted);
    }
}
