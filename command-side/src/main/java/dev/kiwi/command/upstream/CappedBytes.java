package dev.kiwi.command.upstream;

import java.io.ByteArrayOutputStream;

/** A body as it comes in; fails as soon as it is more than it may be. */
final class CappedBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;

    CappedBytes(int most) {
        this.most = most;
    }

    /** @throws TooLarge ends the exchange, and with it the connection */
    CappedBytes with(byte[] piece) {
        if (bytes.size() + piece.length > most) {
            throw new TooLarge(most);
        }
        bytes.write(piece, 0, piece.length);
        return this;
    }

    byte[] all() {
        return bytes.toByteArray();
    }

    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge(int most) {
            super("its answer has more than " + most + " bytes", null, false, false);
        }
    }
}
