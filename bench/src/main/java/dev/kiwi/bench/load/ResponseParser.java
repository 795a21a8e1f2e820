package dev.kiwi.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds the end of each response of one connection; keeps no more of it than the status and the body's begin. */
final class ResponseParser {
    private static final String LENGTH = "\r\ncontent-length:";
    private static final int LONGEST_HEAD = 16_384;
    private static final int LONGEST_BEGIN = 1_024;
    private static final int STATUS_BEGINS = 9;
    private static final int STATUS_ENDS = 12;

    private final byte[] head = new byte[LONGEST_HEAD];
    private final byte[] begin = new byte[LONGEST_BEGIN];
    private int headLength;
    private int beginLength;
    private long bodyLeft = -1;
    private int status;

    /** Takes what has arrived. @return true when a response is complete */
    boolean take(ByteBuffer in) throws IOException {
        if (bodyLeft < 0 && !takeHead(in)) {
            return false;
        }
        int part = (int) Math.min(bodyLeft, in.remaining());
        int kept = Math.min(part, LONGEST_BEGIN - beginLength);
        in.get(begin, beginLength, kept);
        beginLength += kept;
        in.position(in.position() + part - kept);
        bodyLeft -= part;
        if (bodyLeft > 0) {
            return false;
        }
        bodyLeft = -1;
        headLength = 0;
        return true;
    }

    /** Of the last complete response. */
    int status() {
        return status;
    }

    /** The first thousand bytes, at most, of the last complete response's body. */
    String bodyBegin() {
        return new String(begin, 0, beginLength, StandardCharsets.UTF_8);
    }

    private boolean takeHead(ByteBuffer in) throws IOException {
        while (in.hasRemaining()) {
            if (headLength == LONGEST_HEAD) {
                throw new IOException("A response's head is longer than " + LONGEST_HEAD + " bytes");
            }
            head[headLength++] = in.get();
            if (endsHead()) {
                status = number(STATUS_BEGINS, STATUS_ENDS);
                bodyLeft = contentLength();
                beginLength = 0;
                return true;
            }
        }
        return false;
    }

    private boolean endsHead() {
        return headLength >= 4
                && head[headLength - 1] == '\n'
                && head[headLength - 2] == '\r'
                && head[headLength - 3] == '\n'
                && head[headLength - 4] == '\r';
    }

    private long contentLength() throws IOException {
        if (status == 204 || status == 304) {
            return 0;
        }
        for (int i = 0; i + LENGTH.length() < headLength; i++) {
            if (isLength(i)) {
                int begin = i + LENGTH.length();
                int end = begin;
                while (head[end] != '\r') {
                    end++;
                }
                return number(begin, end);
            }
        }
        throw new IOException("A response without Content-Length: "
                + new String(head, 0, headLength, StandardCharsets.ISO_8859_1)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .toLowerCase(Locale.ROOT));
    }

    private boolean isLength(int at) {
        for (int i = 0; i < LENGTH.length(); i++) {
            byte b = head[at + i];
            int lower = b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
            if (lower != LENGTH.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int number(int begin, int end) {
        return Integer.parseInt(new String(head, begin, end - begin, StandardCharsets.ISO_8859_1).strip());
    }
}
