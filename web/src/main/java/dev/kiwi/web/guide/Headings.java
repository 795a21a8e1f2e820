package dev.kiwi.web.guide;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** The headings of a text with their ids, which are made of their words and differ within the text. */
final class Headings {
    private final Map<String, Heading> byId = new LinkedHashMap<>();
    private final Map<Heading, String> ids = new IdentityHashMap<>();

    private Headings() {}

    static Headings of(Node document) {
        Headings headings = new Headings();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }
        });
        return headings;
    }

    private void add(Heading heading) {
        String words = slug(text(heading));
        String id = words;
        for (int n = 2; byId.containsKey(id); n++) {
            id = words + "-" + n;
        }
        byId.put(id, heading);
        ids.put(heading, id);
    }

    String id(Heading heading) {
        return ids.getOrDefault(heading, "");
    }

    List<Markdown.Anchor> ofLevel(int level) {
        return byId.entrySet().stream()
                .filter(each -> each.getValue().getLevel() == level)
                .map(each -> new Markdown.Anchor(each.getKey(), text(each.getValue())))
                .toList();
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String text(Heading heading) {
        StringBuilder text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
