package dev.kiwi.web.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The chapters in their order: {@code contents.txt} names files and addresses, below the groups that they belong to. */
public record Contents(List<Chapter> chapters) {
    /** @param read gives the text of a file of the guide */
    public static Contents read(UnaryOperator<String> read) {
        List<Chapter> chapters = new ArrayList<>();
        String group = "";
        for (String line : read.apply("contents.txt").lines().toList()) {
            if (line.startsWith("#")) {
                group = line.substring(1).strip();
            } else if (!line.isBlank()) {
                String[] parts = line.strip().split(" +");
                chapters.add(Chapter.parse(parts[0], parts[1], group, read.apply(parts[0] + ".md")));
            }
        }
        return new Contents(List.copyOf(chapters));
    }

    public Optional<Chapter> at(String path) {
        return chapters.stream().filter(chapter -> chapter.path().equals(path)).findFirst();
    }

    /** @param step 1 for the next, -1 for the one before */
    public Optional<Chapter> beside(Chapter chapter, int step) {
        int at = chapters.indexOf(chapter) + step;
        return at >= 0 && at < chapters.size() ? Optional.of(chapters.get(at)) : Optional.empty();
    }
}
