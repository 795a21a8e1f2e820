package dev.kiwi.command.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays every message out alike: one branded HTML page with everything escaped, and the same as plain text. */
final class Layout {
    private static final String PAGE = "/mail/message.html.mustache";

    private final MailSettings.Site site;
    private volatile @Nullable Template page;

    Layout(MailSettings.Site site) {
        this.site = site;
    }

    LaidOut of(Draft draft) {
        return new LaidOut(draft.title(), text(draft), html(draft));
    }

    /** Paragraphs with empty lines between them, {@code label: url}, and the note. */
    static String text(Draft draft) {
        List<String> parts = new ArrayList<>(draft.paragraphs());
        if (!draft.rows().isEmpty()) {
            parts.add(String.join(
                    "\n",
                    draft.rows().stream().map(row -> String.join(" | ", row)).toList()));
        }
        if (draft.button() != null) {
            parts.add(draft.button().label() + ": " + draft.button().url());
        }
        if (draft.note() != null) {
            parts.add(draft.note());
        }
        return String.join("\n\n", parts);
    }

    private String html(Draft draft) {
        Map<String, Object> values = new HashMap<>();
        values.put("app", site.appName());
        values.put("portal", site.portal());
        values.put("docs", site.docs());
        values.put("title", draft.title());
        values.put("paragraphs", draft.paragraphs());
        values.put("hasRows", !draft.rows().isEmpty());
        values.put("rows", draft.rows());
        if (draft.button() != null) {
            values.put(
                    "button",
                    Map.of(
                            "label",
                            draft.button().label(),
                            "url",
                            draft.button().url()));
        }
        if (draft.note() != null) {
            values.put("note", draft.note());
        }
        return template().execute(values);
    }

    /** Read with the first message: a start needs none. */
    private Template template() {
        Template known = page;
        if (known == null) {
            try (Reader source = new InputStreamReader(
                    Objects.requireNonNull(Layout.class.getResourceAsStream(PAGE), PAGE), StandardCharsets.UTF_8)) {
                known = Mustache.compiler().defaultValue("").compile(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            page = known;
        }
        return known;
    }
}
