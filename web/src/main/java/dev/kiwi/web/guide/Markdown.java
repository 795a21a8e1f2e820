package dev.kiwi.web.guide;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Markdown of our own and of the OpenAPI document as HTML of the design system. */
public final class Markdown {
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    private Markdown() {}

    /**
     * @param html of the whole text
     * @param headings those of the second level, in their order
     */
    public record Page(String html, List<Anchor> headings) {}

    /** A place within a page. */
    public record Anchor(String id, String text) {}

    public static Page page(String markdown) {
        Node document = PARSER.parse(markdown);
        Headings headings = Headings.of(document);
        return new Page(renderer(headings).render(document), headings.ofLevel(2));
    }

    /** A description within a page, which has no headings of its own. */
    public static String html(String markdown) {
        Node document = PARSER.parse(markdown);
        return renderer(Headings.of(document)).render(document);
    }

    private static HtmlRenderer renderer(Headings headings) {
        // Of two renderers for a kind of node the first one given counts: ours before the extension's.
        return HtmlRenderer.builder()
                .nodeRendererFactory(WideTable::new)
                .nodeRendererFactory(Sample::new)
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading) {
                        attributes.put("id", headings.id(heading));
                    }
                })
                .build();
    }

    /** A table that scrolls by itself and can be reached by keyboard, so that the page never does. */
    private record WideTable(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(TableBlock.class);
        }

        @Override
        public void render(Node table) {
            HtmlWriter html = context.getWriter();
            html.line();
            html.tag("div", Map.of("class", "table-wrap", "tabindex", "0", "role", "region", "aria-label", "Table"));
            html.tag("table");
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                context.render(part);
            }
            html.tag("/table");
            html.tag("/div");
            html.line();
        }
    }

    /** A fenced block with its language and a button that copies it. */
    private record Sample(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            FencedCodeBlock block = (FencedCodeBlock) node;
            HtmlWriter html = context.getWriter();
            html.line();
            html.raw(CodeBlock.html(language(block), block.getLiteral()));
            html.line();
        }

        private static String language(FencedCodeBlock block) {
            String info = block.getInfo();
            return info == null ? "" : info.strip().split(" ", 2)[0];
        }
    }
}
