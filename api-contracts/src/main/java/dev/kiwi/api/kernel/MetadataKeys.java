package dev.kiwi.api.kernel;

/** Keys of every event's metadata (design, section 3.2). */
public final class MetadataKeys {
    public static final String ACTOR_KIND = "actor_kind";
    public static final String ACTOR_ID = "actor_id";
    public static final String REQUEST_ID = "request_id";
    public static final String CORRELATION_ID = "correlation_id";
    public static final String CAUSATION_ID = "causation_id";
    /** Stored encrypted with the key named by {@link #SUBJECT}. */
    public static final String IP = "ip";

    public static final String SUBJECT = "subject";

    private MetadataKeys() {}
}
