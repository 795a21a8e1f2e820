package dev.kiwi.web.guide;

import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** The look of code: what it is, a button that copies it, the text. */
final class CodeBlock {
    private static final Map<String, String> LANGUAGES = Map.of(
            "sh", "Shell",
            "js", "JavaScript",
            "json", "JSON",
            "python", "Python",
            "java", "Java",
            "http", "HTTP",
            "html", "HTML",
            "cron", "cron",
            "text", "Text");

    private CodeBlock() {}

    /** @param language as after the fence; empty for text of no language */
    static String html(String language, String code) {
        String label = LANGUAGES.getOrDefault(language, language.isEmpty() ? "Text" : language);
        return "<div class=\"code\"><div class=\"code-head\"><span>" + HtmlUtils.htmlEscape(label)
                + "</span><button class=\"btn s quiet js-only\" type=\"button\" data-copy>Copy</button></div>"
                + "<pre tabindex=\"0\"><code>" + HtmlUtils.htmlEscape(code) + "</code></pre></div>";
    }
}
