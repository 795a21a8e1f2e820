package dev.kiwi.web.demo;

import dev.kiwi.api.leaderboard.ResetKind;
import dev.kiwi.api.leaderboard.ResetKinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Cheaters for a generated week, so that one can see whether they are found; the same seed plants the same ones. */
public final class Plants {
    private static final List<String> ENDS = List.of("th", "rn", "sk", "ld", "mp");

    private final long seed;
    private final List<Board> weekly;
    private final List<Board> lifetime;
    private final List<Plant> all = new ArrayList<>();
    private int nextWeekly;
    private int nextLifetime;
    private int nextName;

    /** What is planted. */
    public enum Kind {
        /** Gains thirty times what others gain, from some hour on. */
        SOLO,
        /** Accounts that one script plays: the same gains in the same hours. */
        LOCKSTEP,
        /** As before, with one name and a number behind it. */
        BOTH,
        /** Accounts of one name that stand still, side by side. */
        STEM,
        /** Never sleeps. */
        UPTIME,
        /** The same hours on different boards. */
        SCHEDULE
    }

    /** Points that one member of a plant has after some finished hours of the week. */
    private interface Scores {
        double of(Board board, int member, int slot);
    }

    /** @param boards all of them list all members, but for {@link Kind#SCHEDULE}: there each lists its own */
    record Plant(Kind kind, List<String> members, List<Board> boards, Scores scores) {}

    /** What a detection has to find. */
    public record Truth(Kind kind, List<String> members, List<Integer> boards) {}

    Plants(long seed, List<Board> catalogue) {
        this.seed = seed;
        this.weekly = shuffled(catalogue, board -> ResetKinds.effective(board.uuid(), null) == ResetKind.WEEKLY);
        this.lifetime = shuffled(
                catalogue, board -> board.shape() == Board.Shape.LIFETIME && board.uuid() > 2 && board.uuid() != 20);
        solo();
        solo();
        together(Kind.LOCKSTEP);
        together(Kind.BOTH);
        stem();
        uptime();
        schedule();
    }

    private List<Board> shuffled(List<Board> catalogue, Predicate<Board> fits) {
        return catalogue.stream()
                .filter(board -> fits.test(board) && board.uuid() != 1100 && board.uuid() != 21012)
                .sorted(Comparator.comparingDouble(board -> Mix.unit(seed, board.uuid(), 61)))
                .toList();
    }

    List<Truth> truth() {
        return all.stream()
                .map(plant -> new Truth(
                        plant.kind,
                        plant.members,
                        plant.boards.stream().map(Board::uuid).toList()))
                .toList();
    }

    /** @param points as whole numbers */
    record Row(String name, long points) {}

    List<Row> rows(Board board, int slot) {
        List<Row> rows = new ArrayList<>();
        for (Plant plant : all) {
            int place = plant.boards.indexOf(board);
            for (int member = 0; place >= 0 && member < plant.members.size(); member++) {
                long points = (long) plant.scores.of(board, member, slot);
                if (points > 0 && (plant.kind != Kind.SCHEDULE || place == member)) {
                    rows.add(new Row(plant.members.get(member), points));
                }
            }
        }
        return rows;
    }

    private void solo() {
        int begin = 24 + (int) (8 * chance(1));
        plant(
                Kind.SOLO,
                List.of(name()),
                weekly(2),
                (board, member, slot) -> board.rate() * (.2 * Math.min(slot, begin) + 30 * Math.max(0, slot - begin)));
    }

    private void together(Kind kind) {
        int size = 5 + (int) (3 * chance(2));
        String stem = name();
        List<String> members = kind == Kind.BOTH
                ? IntStream.rangeClosed(1, size).mapToObj(k -> stem + "_" + k).toList()
                : IntStream.range(0, size).mapToObj(k -> name()).toList();
        int hours = hours(6);
        long key = Mix.bits(seed, nextName, 3) & 0xFFFFF;
        plant(kind, members, weekly(2), (board, member, slot) -> {
            double points = 0;
            for (int hour = 0; hour < slot; hour++) {
                if (plays(hours, hour)) {
                    points += board.rate()
                            * (1.35 + .5 * Mix.unit(key, board.uuid(), hour))
                            * (1 + .004 * (Mix.unit(key + 31L * (member + 1), hour, 4) - .5));
                }
            }
            return points;
        });
    }

    private void stem() {
        int size = 6 + (int) (4 * chance(5));
        String stem = name();
        plant(
                Kind.STEM,
                IntStream.rangeClosed(1, size).mapToObj(k -> stem + k).toList(),
                lifetime(3),
                (board, member, slot) -> board.rate() * 3_000 * (1 + .0004 * member));
    }

    private void uptime() {
        long key = Mix.bits(seed, nextName, 6) & 0xFFFFF;
        plant(
                Kind.UPTIME,
                List.of(name()),
                weekly(1),
                (board, member, slot) -> board.rate() * (.26 * slot + .2 * Mix.unit(key, slot, 7)));
    }

    private void schedule() {
        int hours = hours(4);
        long key = Mix.bits(seed, nextName, 8) & 0xFFFFF;
        plant(Kind.SCHEDULE, IntStream.range(0, 4).mapToObj(k -> name()).toList(), weekly(4), (board, member, slot) -> {
            double points = 0;
            for (int hour = 0; hour < slot; hour++) {
                if (plays(hours, hour)) {
                    points += board.rate() * (.9 + .25 * member + .6 * Mix.unit(key + 977L * member, hour, 9));
                }
            }
            return points;
        });
    }

    private void plant(Kind kind, List<String> members, List<Board> boards, Scores scores) {
        all.add(new Plant(kind, members, boards, scores));
    }

    private double chance(int what) {
        return Mix.unit(seed, nextName, what);
    }

    /** Nobody of the crowd has a name that ends like it. */
    private String name() {
        nextName++;
        long bits = Mix.bits(seed, nextName, 21) >>> 1;
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append("bdfghjklmnprstvwxyz".charAt((int) (bits % 19)));
            bits /= 19;
            name.append("aeiou".charAt((int) (bits % 5)));
            bits /= 5;
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.append(ENDS.get((int) (bits % ENDS.size()))).toString();
    }

    private List<Board> weekly(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> weekly.get(nextWeekly++ % weekly.size()))
                .toList();
    }

    private List<Board> lifetime(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> lifetime.get(nextLifetime++ % lifetime.size()))
                .toList();
    }

    /** So many hours of the day. */
    private int hours(int count) {
        return IntStream.range(0, 24)
                .boxed()
                .sorted(Comparator.comparingDouble(hour -> Mix.unit(seed, nextName * 100L + hour, 11)))
                .limit(count)
                .mapToInt(hour -> 1 << hour)
                .sum();
    }

    /** Every day five hours later, so that nobody's ordinary day is like it. */
    private static boolean plays(int hours, int slot) {
        return (hours >> ((slot % 24 + 5 * (slot / 24)) % 24) & 1) == 1;
    }
}
