package dev.kiwi.command.leaderboard;

/**
 * A dump that is not yet in the backlog folder; one line of text while Kiwi is down.
 *
 * @param accepted false when it was not filed
 * @param second its anchor, or when it was received; Unix seconds
 * @param sha256 of its text in the blob store
 */
record WaitingDump(boolean accepted, long second, String sha256) {
    private static final String ACCEPTED = "accepted";
    private static final String REJECTED = "rejected";

    /** @throws IllegalArgumentException when the line is not what {@link #toString()} wrote */
    static WaitingDump parse(String line) {
        String[] words = line.split(" ");
        if (words.length != 3 || !(words[0].equals(ACCEPTED) || words[0].equals(REJECTED))) {
            throw new IllegalArgumentException("not a waiting dump: " + line);
        }
        return new WaitingDump(words[0].equals(ACCEPTED), Long.parseLong(words[1]), words[2]);
    }

    @Override
    public String toString() {
        return (accepted ? ACCEPTED : REJECTED) + " " + second + " " + sha256;
    }
}
