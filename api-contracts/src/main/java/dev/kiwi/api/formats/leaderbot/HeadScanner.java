package dev.kiwi.api.formats.leaderbot;

import org.jspecify.annotations.Nullable;

/** Collects a line until {@code ##} follows its third dollar sign, or until it can be no board. */
final class HeadScanner {
    enum Verdict {
        MORE,
        NOISE,
        COMPLETE
    }

    private final Bytes head = new Bytes();
    private int dollars;
    private boolean hash;

    void reset() {
        head.clear();
        dollars = 0;
        hash = false;
    }

    Verdict accept(byte b) {
        if (hash) {
            return b == '#' ? Verdict.COMPLETE : Verdict.NOISE;
        }
        if (b == '\n' || b == '\r') {
            return Verdict.NOISE;
        }
        if (b == '#' && dollars >= 3) {
            hash = true;
            return Verdict.MORE;
        }
        if (b == '$') {
            dollars++;
        }
        head.add(b);
        return Verdict.MORE;
    }

    @Nullable
    BoardHead head() {
        return BoardHead.parse(NameTable.text(head.content(), 0, head.size()));
    }
}
