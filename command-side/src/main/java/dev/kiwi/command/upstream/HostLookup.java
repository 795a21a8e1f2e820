package dev.kiwi.command.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where names lead. */
public interface HostLookup {
    /**
     * The addresses of a name, or of an address itself; one at least. May block.
     *
     * @throws UnknownHostException when there are none, or no answer in time
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
