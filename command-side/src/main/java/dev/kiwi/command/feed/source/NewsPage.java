package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.NewsItem;
import dev.kiwi.command.upstream.UpstreamFailure;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads RSS 2.0: at most 30 articles, in the order of the document. No entity of the document is expanded. */
final class NewsPage {
    private static final int MOST = 30;
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";

    private NewsPage() {}

    /** @throws UpstreamFailure for what is no RSS */
    static List<NewsItem> articles(byte[] xml) throws UpstreamFailure {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            List<NewsItem> articles = new ArrayList<>();
            boolean rss = false;
            while (reader.hasNext() && articles.size() < MOST) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                rss |= reader.getLocalName().equals("rss");
                if (rss && reader.getLocalName().equals("item")) {
                    article(reader).item().ifPresent(articles::add);
                }
            }
            if (!rss) {
                throw UpstreamFailure.unusable("its answer is no RSS");
            }
            return articles;
        } catch (XMLStreamException malformed) {
            throw UpstreamFailure.unusable("its answer is no well-formed XML");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** Leaves the reader at the end of the item. */
    private static NewsDraft article(XMLStreamReader reader) throws XMLStreamException {
        NewsDraft draft = new NewsDraft();
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                // The text of a field is read to its end; of others the children are looked at.
                depth += field(reader, draft, depth) ? 0 : 1;
            }
        }
        return draft;
    }

    private static boolean field(XMLStreamReader reader, NewsDraft draft, int depth) throws XMLStreamException {
        String namespace = reader.getNamespaceURI();
        String name = reader.getLocalName();
        if (MEDIA.equals(namespace)) {
            draft.media(name, reader.getAttributeValue(null, "url"));
            return false;
        }
        boolean plain = namespace == null || namespace.isEmpty();
        boolean creator = DUBLIN_CORE.equals(namespace) && name.equals("creator");
        if (depth > 1 || !(creator || (plain && NewsDraft.FIELDS.contains(name)))) {
            return false;
        }
        draft.set(name, text(reader));
        return true;
    }

    private static String text(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                default -> {
                    // Comments, instructions and what an entity would stand for are no text of the article.
                }
            }
        }
        return text.toString();
    }
}
