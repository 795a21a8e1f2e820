package dev.kiwi.query.gem;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kiwi.query.gamedata.Row;
import java.util.List;

/** A number that the game has as a fraction. In files {@code [numerator, denominator]}. */
public record Fraction(double value) {
    public Fraction {
        Row.check(Double.isFinite(value) && value > 0, "no positive number: " + value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Fraction of(List<Double> parts) {
        Row.count(parts, 2, "parts of a fraction");
        return new Fraction(parts.getFirst() / parts.getLast());
    }
}
