package dev.kiwi.web.gem;

import dev.kiwi.query.gem.build.BuildRequest;
import dev.kiwi.query.gem.build.BuildRequest.BuildType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be ranked; what is left out, or null, has its default. */
record BuildBody(
        @Nullable @Schema(description = "Light, Farm or Health; any other text is Light", defaultValue = "Light")
        String buildType,

        @Nullable @Schema(description = "Display name of a class", defaultValue = "Bard")
        String character,

        @Nullable @Schema(description = "Display name of a class", defaultValue = "Boomeranger")
        String subclass,

        @Nullable @Schema(description = "An unknown key is none", defaultValue = "")
        String food,

        @Nullable @Schema(description = "An unknown key is none", defaultValue = "boot_clown")
        String ally,

        @Nullable @Schema(defaultValue = "false") Boolean berserkerBattler,
        @Nullable @Schema(defaultValue = "false") Boolean noFace,
        @Nullable @Schema(defaultValue = "false") Boolean subclassActive,
        @Nullable @Schema(defaultValue = "false") Boolean litany,

        @Nullable @Min(0) @Max(3) @Schema(defaultValue = "3")
        Integer criticalDamageCount,

        @Nullable @Schema(description = "To come close to; 0: rank by coefficient alone", defaultValue = "0")
        Integer light,

        @Nullable @Size(max = BuildBody.LONGEST_CODE) @Schema(description = "A code of the star chart")
        String starChart) {
    /** Several times that of a code that names everything. */
    static final int LONGEST_CODE = 20_000;

    private static final int ALL_CRITICAL = 3;

    BuildRequest request() {
        return new BuildRequest(
                BuildType.of(or(buildType, "")),
                or(character, "Bard"),
                or(subclass, "Boomeranger"),
                or(food, ""),
                or(ally, "boot_clown"),
                flags(),
                criticalDamageCount == null ? ALL_CRITICAL : criticalDamageCount,
                light == null ? 0 : light,
                starChart);
    }

    private static String or(@Nullable String given, String usual) {
        return given == null ? usual : given;
    }

    private Set<String> flags() {
        Set<String> flags = new HashSet<>();
        add(flags, "berserker_battler", berserkerBattler);
        add(flags, "no_face", noFace);
        add(flags, "subclass_active", subclassActive);
        add(flags, "litany", litany);
        return flags;
    }

    private static void add(Set<String> flags, String flag, @Nullable Boolean on) {
        if (Boolean.TRUE.equals(on)) {
            flags.add(flag);
        }
    }
}
