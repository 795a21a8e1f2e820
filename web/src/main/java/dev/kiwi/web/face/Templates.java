package dev.kiwi.web.face;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pages' templates, {@code face/pages/NAME.mustache}. What they show is escaped; {@code {{{…}}}} is for HTML of our own making. */
final class Templates {
    private final FaceFiles files;
    private final Mustache.Compiler compiler;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    Templates(FaceFiles files) {
        this.files = files;
        // Strict about names, so that a wrong one fails a test and does not leave a hole in a page.
        this.compiler = Mustache.compiler().withLoader(this::read).nullValue("").strictSections(false);
    }

    /** Blocks at the first use of a template. */
    String render(String name, Map<String, ?> model) {
        if (files.areLive()) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(name, key -> compiler.compile(read(key)))
                .execute(model);
    }

    private Reader read(String name) {
        byte[] text = files.read("pages/" + name + ".mustache")
                .orElseThrow(() -> new IllegalArgumentException("There is no template " + name));
        return new StringReader(new String(text, StandardCharsets.UTF_8));
    }
}
