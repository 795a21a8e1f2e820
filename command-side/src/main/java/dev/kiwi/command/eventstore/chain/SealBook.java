package dev.kiwi.command.eventstore.chain;

import dev.kiwi.command.eventstore.chain.ChainReport.Fault;
import dev.kiwi.command.eventstore.chain.ChainReport.Kind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The seals of database and file by position, held against the chain while it is walked. */
final class SealBook {
    private final TreeMap<Long, List<Seal>> open = new TreeMap<>();
    private @Nullable Fault forged;
    private long compared;

    SealBook(SecretKey key, List<Seal> inDatabase, List<Seal> inFile) {
        add(key, inDatabase, "database");
        add(key, inFile, "seal file");
    }

    private void add(SecretKey key, List<Seal> seals, String where) {
        for (Seal seal : seals) {
            if (seal.isGenuine(key)) {
                open.merge(seal.position(), List.of(seal), (a, b) -> same(a.getFirst(), b.getFirst()) ? a : both(a, b));
            } else if (forged == null) {
                forged = new Fault(
                        seal.position(),
                        Kind.FORGED_SEAL,
                        "A seal in the " + where + " does not carry our signature (or another secret was used)");
            }
        }
    }

    private static boolean same(Seal a, Seal b) {
        return Arrays.equals(a.chain(), b.chain());
    }

    private static List<Seal> both(List<Seal> a, List<Seal> b) {
        return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
    }

    /** Holds a link against the seals of its position. @return the fault, or null */
    @Nullable
    Fault check(long position, byte[] link) {
        List<Seal> here = open.remove(position);
        if (here == null) {
            return null;
        }
        compared += here.size();
        return here.stream().allMatch(seal -> Arrays.equals(seal.chain(), link))
                ? null
                : new Fault(position, Kind.REWRITTEN, "The chain differs from the one that was sealed at " + position);
    }

    /** What is left to say after the last event. @return the fault, or null */
    @Nullable
    Fault atEnd(long lastPosition) {
        Iterator<Long> beyond =
                open.tailMap(lastPosition, false).descendingKeySet().iterator();
        return beyond.hasNext()
                ? new Fault(
                        lastPosition + 1,
                        Kind.TRUNCATED,
                        "The store ends at " + lastPosition + " but was sealed up to " + beyond.next())
                : forged;
    }

    long compared() {
        return compared;
    }
}
