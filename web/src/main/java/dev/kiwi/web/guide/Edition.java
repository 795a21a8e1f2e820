package dev.kiwi.web.guide;

import com.samskivert.mustache.Mustache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documentation as it stands: the chapters, and the reference of the document that is in force.
 *
 * @param reference changes when a feature is switched; null for pages that do not need it
 */
public record Edition(Contents contents, @Nullable Reference reference) {
    private static final Mustache.Compiler FILL = Mustache.compiler().escapeHTML(false);

    /** A chapter with addresses and tables in the place of their names. */
    public record Filled(Chapter chapter, String markdown) {}

    /** @param names what stands for the names in double braces besides the tables, for example {@code api} */
    public Filled filled(Chapter chapter, Map<String, String> names) {
        Map<String, Object> all = new HashMap<>(names);
        all.put("scopes", Tables.scopes(reference));
        all.put("errors", Tables.errors());
        if (reference != null) {
            all.put(Chapter.ENDPOINTS, Tables.endpoints(reference));
        }
        return new Filled(chapter, FILL.compile(chapter.text()).execute(all));
    }

    public List<Reference.Tag> tags() {
        return reference == null ? List.of() : reference.tags();
    }

    public Optional<Reference.Tag> tag(String name) {
        return tags().stream().filter(tag -> tag.name().equals(name)).findFirst();
    }

    /** @param intro what the file begins with, with names as the chapters have */
    public String llmsText(String intro, Map<String, String> names) {
        List<Filled> chapters = contents.chapters().stream()
                .filter(Chapter::forPrograms)
                .map(chapter -> filled(chapter, names))
                .toList();
        return LlmsText.of(
                chapters, Objects.requireNonNull(reference), FILL.compile(intro).execute(names));
    }

    public List<CallSamples.Sample> samples(Operation operation, String api) {
        return CallSamples.of(operation, api);
    }
}
