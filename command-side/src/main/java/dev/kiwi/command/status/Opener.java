package dev.kiwi.command.status;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What is said to a game's port. @param kind {@code replay} or {@code random} */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Opener(String kind, byte[] bytes) {
    private static final byte[] HEADER = {0x20, 0, 0, 0, 0};
    private static final int RANDOM_BYTES = 32;

    /** Empty when nothing is to be said, or what it would be is no hex. */
    static Optional<Opener> of(GameTarget target, RandomGenerator random) {
        if (target.hello().isEmpty()) {
            return Optional.empty();
        }
        return target.random() ? Optional.of(random(random)) : replay(target.hello());
    }

    private static Optional<Opener> replay(String hex) {
        try {
            return Optional.of(new Opener("replay", HexFormat.of().parseHex(hex)));
        } catch (IllegalArgumentException noHex) {
            return Optional.empty();
        }
    }

    private static Opener random(RandomGenerator random) {
        byte[] bytes = new byte[HEADER.length + RANDOM_BYTES];
        random.nextBytes(bytes);
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        return new Opener("random", bytes);
    }
}
