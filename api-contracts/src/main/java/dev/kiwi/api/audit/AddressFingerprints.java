package dev.kiwi.api.audit;

/** Names a client's address in an index without writing it there: one that has no key cannot go from one to the other. */
public interface AddressFingerprints {
    /** The same text for the same address, and for no other. @param address canonical */
    String of(String address);
}
