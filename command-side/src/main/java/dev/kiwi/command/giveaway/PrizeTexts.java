package dev.kiwi.command.giveaway;

import java.util.Collection;
import java.util.Optional;

/** The vault: the texts of prize codes, which no event holds. Every call blocks. */
public interface PrizeTexts {
    /** Tells whether a drawer has a text already; says nothing of the text, nor whether another drawer has it. */
    String hash(String drawerId, String text);

    /** Keeps a new text, encrypted. One that no code is known by afterwards is swept out. */
    void put(String drawerId, String codeId, String textId, String text);

    /** Empty when it was thrown away. */
    Optional<String> open(String textId);

    /** Called inside a command handler: forgets the texts once its events are committed. */
    void forgetWithCommit(Collection<String> textIds);
}
