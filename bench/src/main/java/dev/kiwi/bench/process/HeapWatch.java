package dev.kiwi.bench.process;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Watches the heap of another JVM; garbage that is not yet collected counts as used. */
public final class HeapWatch implements AutoCloseable {
    private static final long EVERY_NANOS = 5_000_000;

    private final JMXConnector connector;
    private final MemoryMXBean memory;

    private HeapWatch(JMXConnector connector, MemoryMXBean memory) {
        this.connector = connector;
        this.memory = memory;
    }

    // The agent is on loopback, in the process that this one has started.
    @SuppressWarnings("BanJNDI")
    public static HeapWatch of(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
            MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                    connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
            return new HeapWatch(connector, memory);
        } catch (AttachNotSupportedException e) {
            throw new IOException("Cannot attach to process " + pid, e);
        }
    }

    /** @return how many MiB the heap grew above its state before, at the peak, while the work ran */
    public double peakGrowth(Work work) throws IOException {
        memory.gc();
        long before = memory.getHeapMemoryUsage().getUsed();
        AtomicLong peak = new AtomicLong(before);
        AtomicBoolean running = new AtomicBoolean(true);
        Thread sampler = Thread.ofPlatform().start(() -> {
            while (running.get()) {
                peak.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
                LockSupport.parkNanos(EVERY_NANOS);
            }
        });
        try {
            work.run();
        } finally {
            running.set(false);
            join(sampler);
        }
        return (peak.get() - before) / (double) (1 << 20);
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    public interface Work {
        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
