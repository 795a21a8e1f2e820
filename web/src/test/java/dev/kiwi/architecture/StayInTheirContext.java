package dev.kiwi.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A class of one bounded context depends on another context only through {@code dev.kiwi.api}. */
final class StayInTheirContext extends ArchCondition<JavaClass> {
    private static final Set<String> CONTEXTS = Set.of(
            "account",
            "session",
            "siteuser",
            "token",
            "usage",
            "pageview",
            "config",
            "audit",
            "scanning",
            "mail",
            "webhook",
            "ingest",
            "leaderboard",
            "activity",
            "market",
            "capture",
            "rotation",
            "stat",
            "gem",
            "feed",
            "status",
            "misc",
            "release",
            "giveaway",
            "stream",
            "mod",
            "modpack",
            "archive",
            "codex",
            "ocr",
            "blocklist");
    private static final Pattern SIDE_AND_CONTEXT =
            Pattern.compile("dev\\.kiwi\\.(?:command|projection|query|web)\\.(\\w+).*");

    StayInTheirContext() {
        super("reach other contexts only through their messages");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        context(type)
                .ifPresent(own -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> leaves(own, dependency))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()))));
    }

    private static boolean leaves(String own, Dependency dependency) {
        return context(dependency.getTargetClass())
                .filter(target -> !target.equals(own))
                .isPresent();
    }

    private static Optional<String> context(JavaClass type) {
        var matcher = SIDE_AND_CONTEXT.matcher(type.getPackageName());
        return matcher.matches() && CONTEXTS.contains(matcher.group(1))
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }
}
