package dev.kiwi.web.face;

import dev.kiwi.web.guide.CallSamples;
import dev.kiwi.web.guide.Chapter;
import dev.kiwi.web.guide.Edition;
import dev.kiwi.web.guide.Markdown;
import dev.kiwi.web.guide.Operation;
import dev.kiwi.web.guide.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that the templates of the documentation show. */
final class GuideModel {
    private static final String REFERENCE = "/reference";

    private final Edition edition;
    private final FaceUrls urls;
    private final String path;

    GuideModel(Edition edition, FaceUrls urls, String path) {
        this.edition = edition;
        this.urls = urls;
        this.path = path;
    }

    record Link(String href, String title, boolean here) {}

    record Group(String title, List<Link> links) {}

    /** An operation with its samples. */
    record Call(Operation operation, List<CallSamples.Sample> samples) {}

    Map<String, Object> chapter(Chapter chapter, Markdown.Page page) {
        Map<String, Object> model = frame(chapter.title(), chapter.description(), page.headings());
        model.put("group", chapter.group());
        model.put("html", page.html());
        model.put("previous", edition.contents().beside(chapter, -1).orElse(null));
        model.put("next", edition.contents().beside(chapter, 1).orElse(null));
        return model;
    }

    Map<String, Object> index() {
        Map<String, Object> model = frame(
                "API reference",
                "Every endpoint of the API with parameters, fields, errors and samples, from the live OpenAPI document.",
                List.of());
        model.put("tags", edition.tags());
        model.put(
                "count", edition.tags().stream().mapToInt(Reference.Tag::count).sum());
        return model;
    }

    Map<String, Object> tag(Reference.Tag tag) {
        List<Markdown.Anchor> anchors = tag.operations().stream()
                .map(each -> new Markdown.Anchor(each.id(), each.summary()))
                .toList();
        Map<String, Object> model = frame(
                tag.title() + ": API reference",
                tag.description() + ": parameters, fields, errors and samples of each endpoint.",
                anchors);
        model.put("tag", tag);
        model.put(
                "calls",
                tag.operations().stream()
                        .map(each -> new Call(each, edition.samples(each, urls.api())))
                        .toList());
        return model;
    }

    Map<String, Object> notFound() {
        Map<String, Object> model = frame("Not found", "There is no such page.", List.of());
        model.put("indexed", false);
        return model;
    }

    private Map<String, Object> frame(String title, String description, List<Markdown.Anchor> anchors) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("description", description);
        model.put("canonical", urls.docs() + path);
        model.put("indexed", true);
        model.put("groups", groups());
        model.put("anchors", anchors);
        model.put("hasAnchors", anchors.size() > 1);
        return model;
    }

    /** The sidebar: chapters in their groups, and the reference, with its parts on its own pages. */
    private List<Group> groups() {
        Map<String, List<Link>> groups = new LinkedHashMap<>();
        for (Chapter chapter : edition.contents().chapters()) {
            groups.computeIfAbsent(chapter.group(), group -> new ArrayList<>())
                    .add(link(chapter.path(), chapter.label()));
        }
        List<Link> reference = new ArrayList<>();
        reference.add(link(REFERENCE, "All endpoints"));
        edition.tags().forEach(tag -> reference.add(link(REFERENCE + "/" + tag.name(), tag.title())));
        List<Group> all = new ArrayList<>();
        groups.forEach((title, links) -> all.add(new Group(title, links)));
        // After what programmers read, before what operators do.
        all.add(Math.min(2, all.size()), new Group("API reference", reference));
        return all;
    }

    private Link link(String href, String title) {
        return new Link(href, title, href.equals(path));
    }
}
