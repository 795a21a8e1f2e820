package dev.kiwi.bench.crash;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was acknowledged, and what was tried: the two bounds of what may be there after a crash. */
final class Ledger {
    /** Ids of tokens whose minting was answered. */
    final Set<String> minted = ConcurrentHashMap.newKeySet();

    /** Ids of tokens whose revocation was answered. */
    final Set<String> revoked = ConcurrentHashMap.newKeySet();

    /** Captures that were posted, answered or not: anchor to its rows by board. */
    final Map<Long, Map<Integer, Integer>> posted = new ConcurrentHashMap<>();

    /** Anchors whose insert was answered as accepted. */
    final Set<Long> ingested = ConcurrentHashMap.newKeySet();

    int acknowledged() {
        return minted.size() + revoked.size() + ingested.size();
    }
}
