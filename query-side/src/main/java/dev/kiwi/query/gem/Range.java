package dev.kiwi.query.gem;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kiwi.query.gamedata.Row;
import java.util.List;

/** From the worst roll to the best. In files {@code [[85, 1], [113, 1]]}: two fractions. */
public record Range(double low, double high) {
    public Range {
        Row.check(low > 0 && low < high, "no range: " + low + " to " + high);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Range of(List<Fraction> ends) {
        Row.count(ends, 2, "ends of a range");
        return new Range(ends.getFirst().value(), ends.getLast().value());
    }

    /** @param progress 0 for the worst roll, 1 for the best */
    public double at(double progress) {
        return low + (high - low) * progress;
    }
}
