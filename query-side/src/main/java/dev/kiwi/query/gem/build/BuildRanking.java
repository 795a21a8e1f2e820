package dev.kiwi.query.gem.build;

import dev.kiwi.query.gem.Rounded;
import dev.kiwi.query.gem.build.BuildRequest.BuildType;
import dev.kiwi.query.gem.build.BuildTables.GemStatProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the best of all layouts. One object a request, for one thread.
 *
 * <p>There are up to 53,200, and exact rounding, which the order is by, takes longer than everything else together. So
 * all get their unrounded coefficient, which is a few multiplications, because what the cosmic gems add is worked out
 * once for each of their 280 layouts; then the number that the last place goes to is looked up in the sorted
 * coefficients, and only what lies above it, or so close below that rounding can make it equal, is rounded, ordered and
 * written out. Rounding never changes an order, so nothing is lost. With a target for light whole cosmic layouts fall out
 * before. That takes some milliseconds whatever is asked ({@code ./kiwi bench builds}); nothing is cached, because no
 * two characters have the same sums.
 */
final class BuildRanking {
    static final int MOST = 200;

    private static final int EMPOWERED_PROCS = 9;
    private static final int LESSER_PROCS = 18;
    private static final int GEMS = 3;
    private static final int DECIMALS = 2;
    /** More than rounding can move two coefficients towards each other. */
    private static final double SLACK = 0.02;

    private final BuildRequest request;
    private final BuildSums sums;
    private final GemPair gems;
    private final double multiplier;
    private final List<CosmicLayout> cosmics;

    BuildRanking(BuildRequest request, BuildSums sums, GemPair gems, double multiplier) {
        this.request = request;
        this.sums = sums;
        this.gems = gems;
        this.multiplier = multiplier;
        this.cosmics = CosmicLayout.all(request.type(), gems, sums, multiplier);
    }

    /** Numbers are those of the nested loops, so that equal ones keep their order. */
    private record Candidate(int number, long distance, double coefficient) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparingLong(Candidate::distance)
                .thenComparing(
                        Comparator.comparingDouble(Candidate::coefficient).reversed())
                .thenComparingInt(Candidate::number);
    }

    List<Build> best() {
        double[] coefficients = new double[(EMPOWERED_PROCS + 1) * (LESSER_PROCS + 1) * cosmics.size()];
        Arrays.setAll(coefficients, this::coefficient);
        List<Candidate> candidates = candidates(coefficients);
        candidates.sort(Candidate.BEST_FIRST);
        return IntStream.range(0, Math.min(MOST, candidates.size()))
                .mapToObj(i -> build(i + 1, candidates.get(i)))
                .toList();
    }

    private List<Candidate> candidates(double[] coefficients) {
        long[] distances = cosmics.stream().mapToLong(this::distance).toArray();
        int others = coefficients.length / distances.length;
        long[] nearest = distances.clone();
        Arrays.sort(nearest);
        // Of cosmic layouts nearer than the last one that is needed all layouts are in.
        long last = nearest[Math.min(nearest.length, Math.ceilDiv(MOST, others)) - 1];
        long nearer =
                Arrays.stream(distances).filter(distance -> distance < last).count() * others;
        double[] atLast = IntStream.range(0, coefficients.length)
                .filter(number -> distances[number % distances.length] == last)
                .mapToDouble(number -> coefficients[number])
                .sorted()
                .toArray();
        double least = atLast[(int) Math.max(0, atLast.length - (MOST - nearer))] - SLACK;
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 0; number < coefficients.length; number++) {
            long distance = distances[number % distances.length];
            if (distance < last || (distance == last && coefficients[number] >= least)) {
                candidates.add(new Candidate(number, distance, Rounded.to(DECIMALS, coefficients[number])));
            }
        }
        return candidates;
    }

    /** From the target; the same for all without one. */
    private long distance(CosmicLayout cosmic) {
        return request.light() == 0 ? 0 : Math.abs(cosmic.light() - request.light());
    }

    private double coefficient(int number) {
        return total(first(number))
                * (1 + second(number) * (sums.criticalPercent() / BuildSums.WHOLE) / BuildSums.WHOLE);
    }

    private double first(int number) {
        double procs = gear(gems.empoweredFirst(), gems.lesserFirst(), empowered(number), lesser(number));
        return sums.first() + (procs + cosmic(number).first()) * multiplier;
    }

    private double second(int number) {
        double procs = gear(
                gems.empoweredSecond(),
                gems.lesserSecond(),
                EMPOWERED_PROCS - empowered(number),
                LESSER_PROCS - lesser(number));
        return sums.second() + (procs + cosmic(number).second()) * multiplier;
    }

    /** Of the three Empowered and six Lesser gems that are not cosmic. */
    private static double gear(GemStatProfile empowered, GemStatProfile lesser, int onEmpowered, int onLesser) {
        return GEMS * empowered.value()
                + 2 * GEMS * lesser.value()
                + empowered.perProc() * onEmpowered
                + lesser.perProc() * onLesser;
    }

    private double total(double first) {
        double total = first * (1 + sums.bonus() / BuildSums.WHOLE);
        Double classBonus = sums.classBonus();
        return classBonus == null ? total : total * (1 + classBonus / BuildSums.WHOLE);
    }

    private int empowered(int number) {
        return number / cosmics.size() / (LESSER_PROCS + 1);
    }

    private int lesser(int number) {
        return number / cosmics.size() % (LESSER_PROCS + 1);
    }

    private CosmicLayout cosmic(int number) {
        return cosmics.get(number % cosmics.size());
    }

    private Build build(int rank, Candidate candidate) {
        int number = candidate.number();
        double first = first(number);
        return new Build(
                rank,
                text(number),
                Rounded.to(DECIMALS, first),
                Rounded.to(1, second(number)),
                cosmic(number).light(),
                sums.bonus(),
                Rounded.to(DECIMALS, total(first)),
                sums.classBonus(),
                candidate.coefficient());
    }

    private String text(int number) {
        int empowered = empowered(number);
        int lesser = lesser(number);
        String gear = empowered + "/" + (EMPOWERED_PROCS - empowered) + "/" + lesser + "/" + (LESSER_PROCS - lesser);
        ProcTriple one = cosmic(number).empowered();
        ProcTriple two = cosmic(number).lesser();
        if (request.type() == BuildType.HEALTH) {
            return gear + " + " + one.first() + "/" + one.second() + "/" + two.first() + "/" + two.second();
        }
        return request.light() == 0
                ? gear
                : gear + " + " + one.first() + "/" + one.second() + "/" + one.light() + "/" + two.first() + "/"
                        + two.second() + "/" + two.light();
    }
}
