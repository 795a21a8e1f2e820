package dev.kiwi.projection.machinery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One filling of a read model: the live one, or the shadow that a rebuild makes beside it. */
record Version(ProjectionDefinition definition, boolean isShadow) {
    static final String SHADOW_SUFFIX = "_shadow";
    static final String REPLACED_SUFFIX = "_old";
    /** A class path does not change, and every projection is looked at several times a second. */
    private static final Map<ProjectionDefinition, String> HASHES = new ConcurrentHashMap<>();

    static Version live(ProjectionDefinition definition) {
        return new Version(definition, false);
    }

    static Version shadow(ProjectionDefinition definition) {
        return new Version(definition, true);
    }

    /** Name of its processor, its dead-letter group and, in Postgres, its schema. */
    String processor() {
        return definition.name() + suffix();
    }

    String suffix() {
        return isShadow ? SHADOW_SUFFIX : "";
    }

    /** Changes when the tables or the number of segments do: both ask for a rebuild. A process manager has none. */
    static String hash(ProjectionDefinition definition) {
        return HASHES.computeIfAbsent(definition, Version::digest);
    }

    private static String digest(ProjectionDefinition definition) {
        String source = definition.isProcess()
                ? definition.role().name()
                : definition.storage() + "\n" + definition.segments() + "\n"
                        + TableDefinitions.of(definition).text();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
