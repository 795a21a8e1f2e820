package dev.kiwi.web.app;

/** Kiwi as the build sees it: without settings and stores, up to the definitions of its beans, which it writes as code. */
final class KiwiBeans {
    private KiwiBeans() {}

    public static void main(String[] arguments) {
        Kiwi.application().run(arguments);
    }
}
