package dev.kiwi.web.gate;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which feature a path belongs to (platform.md 17), and whether that is switched on. */
public final class Features {
    private record Family(String key, Predicate<String> paths) {}

    /** The stateless {@code .tmod} tools ({@code read}, {@code build}) stay up without the hub. */
    private static final List<Family> FAMILIES = List.of(
            family("mods_hub", "/mods|/modpacks|/git/mods|/site/mods|/(v1|site)/modpacks|/v1/mods(?!/(read|build)$)"),
            family("market", "/market|/(v1|site)/market"),
            family("leaderboards", "/leaderboards|/player|/(v1|site)/leaderboards"),
            family("player_activity", "/activity|/(v1|site)/activity"),
            family("class_activity", "/class-activity|/(v1|site)/class-activity"),
            family("updates", "/updates|/(v1|site)/updates"),
            family("codexes", "/codexes|/(v1|site)/codexes"),
            family("server_status", "/status|/(v1/misc|site)/trove-status"),
            family("giveaways", "/giveaways|/(v1|site)/giveaways"),
            family("commands", "/commands|/site/commands"),
            family("delves", "/(v1|site)/rotations/delves"));

    private final FeatureSwitches switches;

    public Features(FeatureSwitches switches) {
        this.switches = switches;
    }

    /** False for a path of a feature that is switched off: it answers like a route that does not exist. */
    public boolean isOn(String path) {
        // The families do not overlap, and seldom is one of them off.
        return FAMILIES.stream()
                .filter(family -> !switches.isOn(family.key()))
                .noneMatch(family -> family.paths().test(path));
    }

    /** The switched-off features; changes exactly when one is switched. */
    public List<String> off() {
        return FAMILIES.stream()
                .map(Family::key)
                .filter(key -> !switches.isOn(key))
                .collect(Collectors.toUnmodifiableList());
    }

    private static Family family(String feature, String paths) {
        Predicate<String> matches = Pattern.compile("(" + paths + ")(/.*)?").asMatchPredicate();
        return new Family("feature_" + feature + "_enabled", matches);
    }
}
