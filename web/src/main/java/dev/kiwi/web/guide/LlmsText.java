package dev.kiwi.web.guide;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code llms.txt}: the whole of the API in one Markdown file for assistants that write programs (web.md C). */
final class LlmsText {
    private LlmsText() {}

    /** @param chapters those for programs, with their names filled in */
    static String of(List<Edition.Filled> chapters, Reference reference, String intro) {
        return intro
                + chapters.stream()
                        .map(each -> "\n## " + each.chapter().title() + "\n\n" + lowered(each.markdown()))
                        .collect(Collectors.joining())
                + "\n## Every endpoint\n\nFields are named with the way to them: `items[].rank`. `?` marks one that may be left out of a request.\n"
                + reference.tags().stream().map(LlmsText::tag).collect(Collectors.joining());
    }

    /** Chapters begin at the second level of headings, which is theirs here. */
    private static String lowered(String markdown) {
        StringBuilder text = new StringBuilder();
        boolean code = false;
        for (String line : markdown.strip().lines().toList()) {
            code ^= line.startsWith("```");
            text.append(!code && line.startsWith("##") ? "#" : "").append(line).append('\n');
        }
        return text.toString();
    }

    private static String tag(Reference.Tag tag) {
        return "\n### " + tag.title() + "\n\n" + tag.description() + ".\n"
                + tag.operations().stream().map(LlmsText::operation).collect(Collectors.joining());
    }

    private static String operation(Operation operation) {
        StringBuilder text = new StringBuilder("\n#### `%s %s`\n\n%s. %s\n\n"
                .formatted(operation.method(), operation.path(), operation.summary(), operation.description()));
        text.append("- access: ").append(access(operation)).append('\n');
        for (Operation.Parameter parameter : operation.parameters()) {
            text.append("- %s `%s`%s: %s%s. %s\n"
                    .formatted(
                            parameter.place(),
                            parameter.name(),
                            parameter.required() ? "" : "?",
                            parameter.type(),
                            parameter.rules().isEmpty() ? "" : " (" + parameter.rules() + ")",
                            parameter.description()));
        }
        operation
                .request()
                .forEach(form -> text.append("- body ").append(form(form, true)).append('\n'));
        operation.answers().forEach(answer -> text.append(answer(answer)));
        return text.toString();
    }

    private static String access(Operation operation) {
        String scope = operation.scope() == null ? "" : ", scope `" + operation.scope() + "`";
        String note = operation.access().note();
        return operation.access().label().toLowerCase(Locale.ROOT) + scope + (note.isEmpty() ? "" : " (" + note + ")");
    }

    private static String answer(Operation.Answer answer) {
        return answer.forms().isEmpty()
                ? "- " + answer.status() + ": " + answer.description() + "\n"
                : answer.forms().stream()
                        .map(form -> "- " + answer.status() + " " + form(form, false) + "\n")
                        .collect(Collectors.joining());
    }

    private static String form(Operation.Form form, boolean marksOptional) {
        String fields = form.fields().stream()
                .map(field ->
                        "`" + field.name() + "`" + (marksOptional && !field.required() ? "?" : "") + " " + field.type())
                .collect(Collectors.joining(", "));
        return form.media() + ": " + (fields.isEmpty() ? form.note().isEmpty() ? form.type() : form.note() : fields);
    }
}
