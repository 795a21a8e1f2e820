package dev.kiwi.query.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.rotation.Biome;
import dev.kiwi.api.rotation.DailyBuff;
import dev.kiwi.query.rotation.RotationTables.Group;
import dev.kiwi.query.rotation.RotationTables.SubBiome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file that is shipped is good, and a bad row would not be. */
class RotationTablesTest {
    private final RotationTables good = RotationTables.FILE.get();

    private RotationTables with(List<DailyBuff> days) {
        return new RotationTables(
                days,
                good.weeklyBuffs(),
                good.longshade(),
                good.wildMana(),
                good.stampy(),
                good.subBiomes(),
                good.groups());
    }

    private List<DailyBuff> daysWith(DailyBuff monday) {
        List<DailyBuff> days = new ArrayList<>(good.dailyBuffs());
        days.set(0, monday);
        return days;
    }

    private static DailyBuff colored(DailyBuff buff, String color) {
        return new DailyBuff(
                buff.name(), color, buff.weekday(), buff.emoji(), buff.normalBuffs(), buff.premiumBuffs(), null, null);
    }

    private static void isRefused(Runnable making, String reason) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void isWhatTheGameHas() {
        assertThat(good.dailyBuffs()).hasSize(7);
        assertThat(good.dailyBuffs().get(6).premiumBuffs()).first().isEqualTo("+400 Magic Find");
        assertThat(good.longshade()).extracting(List::size).containsExactly(12, 11, 14);
        assertThat(good.wildMana()).hasSize(11);
        assertThat(good.stampy()).hasSize(13);
        assertThat(good.biomes())
                .containsEntry("Dragon's Teeth", new Biome("Dragon's Teeth", "Dragonfire Peaks", "dragon"));
        assertThat(good.groupBiomes()).containsEntry("Candoria", new Biome("Candoria", "Candoria", "candy"));
    }

    @Test
    void aWeekOfSixDaysIsRefused() {
        isRefused(() -> with(good.dailyBuffs().subList(0, 6)), "not a week");
    }

    @Test
    void aColorThatIsNoneIsRefused() {
        DailyBuff monday = good.dailyBuffs().getFirst();
        isRefused(() -> with(daysWith(colored(monday, "#260375"))), "no color");
        isRefused(() -> with(daysWith(colored(monday, "26037"))), "no color");
    }

    @Test
    void aDayThatIsThereTwiceIsRefused() {
        isRefused(() -> with(daysWith(good.dailyBuffs().get(1))), "twice");
    }

    @Test
    void aBiomeThatNoRowDescribesIsRefused() {
        RotationTables tables = new RotationTables(
                good.dailyBuffs(),
                good.weeklyBuffs(),
                List.of(List.of("Atlantis"), List.of("Cursed Vale"), List.of("Luminopolis")),
                good.wildMana(),
                good.stampy(),
                good.subBiomes(),
                good.groups());
        isRefused(tables::checkReferences, "Atlantis");
    }

    @Test
    void aRowWithoutItsTextsIsRefused() {
        isRefused(() -> new SubBiome("Deep Forest", " ", "forest"), "final_name");
        isRefused(() -> new Group("Candoria", ""), "icon");
    }
}
