package dev.kiwi.command.feed.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which videos are about the game (feeds-events.md A3), by settings that administrators change.
 *
 * @param excludedChannels titles in lower case
 * @param required all of these words must occur
 * @param relevant one of these must, unless the category fits; none: the gate is open
 * @param categoryId blank: no category counts
 */
record VideoRules(
        Set<String> excludedChannels,
        List<Pattern> excluded,
        List<Pattern> required,
        List<Pattern> relevant,
        String categoryId) {
    private static final int LONGEST_SHORT = 60;
    private static final Pattern SHORTS = word("shorts");

    boolean accept(YoutubeVideo video) {
        String blob = video.blob();
        return !excludedChannels.contains(video.channel().toLowerCase(Locale.ROOT))
                && !video.isLive()
                && !isShort(video, blob)
                && excluded.stream().noneMatch(term -> term.matcher(blob).find())
                && required.stream().allMatch(term -> term.matcher(blob).find())
                && isRelevant(video, blob);
    }

    private static boolean isShort(YoutubeVideo video, String blob) {
        Long seconds = video.seconds();
        return (seconds != null && seconds <= LONGEST_SHORT)
                || SHORTS.matcher(blob).find();
    }

    private boolean isRelevant(YoutubeVideo video, String blob) {
        return relevant.isEmpty()
                || (!categoryId.isEmpty() && categoryId.equals(video.categoryId()))
                || relevant.stream().anyMatch(term -> term.matcher(blob).find());
    }

    /** A comma list in lower case, without blanks. */
    static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(term -> term.strip().toLowerCase(Locale.ROOT))
                .filter(term -> !term.isEmpty())
                .toList();
    }

    static List<Pattern> words(String text) {
        return list(text).stream().map(VideoRules::word).toList();
    }

    /** Whole words only, of any script: "introvert" is not about "trove". */
    private static Pattern word(String term) {
        return Pattern.compile("\\b" + Pattern.quote(term) + "\\b", Pattern.UNICODE_CHARACTER_CLASS);
    }
}
