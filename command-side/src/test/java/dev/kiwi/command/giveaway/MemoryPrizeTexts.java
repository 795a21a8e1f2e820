package dev.kiwi.command.giveaway;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A vault in memory for tests of drawers. */
final class MemoryPrizeTexts implements PrizeTexts {
    final Map<String, String> texts = new LinkedHashMap<>();

    @Override
    public String hash(String drawerId, String text) {
        return "hash of " + text;
    }

    @Override
    public void put(String drawerId, String codeId, String textId, String text) {
        texts.put(textId, text);
    }

    @Override
    public Optional<String> open(String textId) {
        return Optional.ofNullable(texts.get(textId));
    }

    @Override
    public void forgetWithCommit(Collection<String> textIds) {
        texts.keySet().removeAll(textIds);
    }
}
