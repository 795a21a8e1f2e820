package dev.kiwi.web.http;

/** A parameter that a controller or resolver read by hand and cannot take: 422 with its place (platform.md 1.6). */
public final class InvalidParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final String name;
    private final String type;

    /**
     * @param source {@code query}, {@code path}, {@code header} or {@code body}
     * @param msg must not hold the value that was sent
     * @param type slug, for example {@code int_parsing}
     */
    public InvalidParameter(String source, String name, String msg, String type) {
        super(msg, null, false, false);
        this.source = source;
        this.name = name;
        this.type = type;
    }

    ErrorDetail detail() {
        return ErrorDetail.at(source, name, String.valueOf(getMessage()), type);
    }
}
