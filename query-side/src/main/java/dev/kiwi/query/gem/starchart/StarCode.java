package dev.kiwi.query.gem.starchart;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the codes in which people hand on what they chose of the star chart. Never fails: what cannot be read selects
 * nothing.
 */
public record StarCode(StarChart chart) {
    private static final List<String> PREFIXES = List.of("SC:", "v2:");
    private static final Map<Character, String> ROOTS = Map.of('c', "combat", 'g', "gathering", 'p', "pve");
    private static final Pattern SEGMENT = Pattern.compile("[a-z]+|[0-9]+");
    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9_-]");
    private static final int BYTE = 0xff;

    /** Paths of the selected nodes, in the order in which the code names them. */
    public Set<String> selected(@Nullable String code) {
        String text = code == null ? "" : code.strip();
        for (String prefix : PREFIXES) {
            if (text.startsWith(prefix)) {
                String payload = text.substring(prefix.length());
                return withAncestors(payload.contains("|") ? ofTokens(payload) : ofIndexes(payload));
            }
        }
        return ofPaths(text);
    }

    private Set<String> withAncestors(List<String> paths) {
        Set<String> all = new LinkedHashSet<>();
        for (String path : paths) {
            for (String node = path; node.contains("."); node = StarNode.parent(node)) {
                all.add(node);
            }
        }
        return all;
    }

    /** {@code ca1a0|ga}: root's first letter, then segments, which change between letters and digits. */
    private List<String> ofTokens(String payload) {
        Set<String> known = new HashSet<>(chart.indexed());
        return Stream.of(payload.split("\\|"))
                .map(token -> token.strip().toLowerCase(Locale.ROOT))
                .map(StarCode::path)
                .filter(known::contains)
                .toList();
    }

    /** Empty when it names no root. */
    private static String path(String token) {
        String root = token.isEmpty() ? null : ROOTS.get(token.charAt(0));
        return root == null
                ? ""
                : SEGMENT.matcher(token.substring(1))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.joining(".", root + ".", ""));
    }

    /** Each byte is the index of a node. */
    private List<String> ofIndexes(String payload) {
        List<String> indexed = chart.indexed();
        List<String> paths = new ArrayList<>();
        for (byte index :
                decoded(Base64.getUrlDecoder(), NOT_BASE64.matcher(payload).replaceAll(""))) {
            if ((index & BYTE) < indexed.size()) {
                paths.add(indexed.get(index & BYTE));
            }
        }
        return paths;
    }

    /** The older form: whole paths. It says itself which ancestors are meant. */
    private Set<String> ofPaths(String code) {
        Set<String> known = chart.nodes().stream().map(StarNode::path).collect(Collectors.toSet());
        return Stream.of(text(decoded(Base64.getDecoder(), code)).split("\\$"))
                .filter(known::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static byte[] decoded(Base64.Decoder base64, String text) {
        try {
            return base64.decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
