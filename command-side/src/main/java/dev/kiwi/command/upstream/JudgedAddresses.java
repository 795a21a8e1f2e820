package dev.kiwi.command.upstream;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Answers every look-up of one call with the addresses that were judged for it, so that a name that is pointed elsewhere
 * between the check and the connection leads nowhere.
 */
public final class JudgedAddresses extends AddressResolverGroup<InetSocketAddress> {
    private final List<InetSocketAddress> addresses;

    public JudgedAddresses(List<InetSocketAddress> addresses) {
        this.addresses = addresses;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Fixed(executor, addresses);
    }

    private static final class Fixed extends AbstractAddressResolver<InetSocketAddress> {
        private final List<InetSocketAddress> addresses;

        private Fixed(EventExecutor executor, List<InetSocketAddress> addresses) {
            super(executor, InetSocketAddress.class);
            this.addresses = addresses;
        }

        /** Never, so that also an address in the URL is replaced by the judged one. */
        @Override
        protected boolean doIsResolved(InetSocketAddress asked) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress asked, Promise<InetSocketAddress> answer) {
            answer.setSuccess(addresses.getFirst());
        }

        @Override
        protected void doResolveAll(InetSocketAddress asked, Promise<List<InetSocketAddress>> answer) {
            answer.setSuccess(addresses);
        }
    }
}
