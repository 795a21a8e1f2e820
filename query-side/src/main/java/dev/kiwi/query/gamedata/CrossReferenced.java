package dev.kiwi.query.gamedata;

/** Game data whose rows name one another; {@link GameFile} has that checked when all of it is read. */
public interface CrossReferenced {
    /** @throws IllegalArgumentException naming a row that names what is not there */
    void checkReferences();
}
