package dev.kiwi.web.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as a browser draws it, without a library.
 *
 * @param size width and height in modules, with the quiet zone of four on each side
 * @param path of SVG: a unit square for each dark module
 */
record QrPicture(int size, String path) {
    private static final int QUIET = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }

    /** Hides the code, which says a secret. */
    @Override
    public String toString() {
        return "QrPicture[hidden]";
    }
}
