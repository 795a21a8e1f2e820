package dev.kiwi.command.mail;

/** Carries messages out of the house. */
interface Courier {
    /** Begins a round; nothing is connected before the first message. */
    Round open();

    /** One connection for the messages of one round. Used by one thread. */
    interface Round extends AutoCloseable {
        /** @param id tells the receiver that a message is the one it got before */
        Outcome send(String id, String address, LaidOut content);

        @Override
        void close();
    }

    /** What became of one attempt. */
    sealed interface Outcome {
        record Sent() implements Outcome {}

        /** This address will never take it. */
        record Refused(String reason) implements Outcome {}

        /** @param unreachable true when there is no server to talk to, so that nothing else can go out either */
        record NotNow(String reason, boolean unreachable) implements Outcome {}
    }
}
