package dev.kiwi.web.limit;

/**
 * One budget of one subject.
 *
 * @param key without the store's prefix, for example {@code token:65f1…}; its first part names the policy
 */
public record Bucket(String key, Limit limit) {
    /** What the draft {@code RateLimit-Policy} header calls it, for example {@code token}. */
    public String policy() {
        int end = key.indexOf(':');
        return end < 0 ? key : key.substring(0, end);
    }
}
