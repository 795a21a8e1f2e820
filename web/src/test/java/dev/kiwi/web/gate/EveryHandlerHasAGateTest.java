package dev.kiwi.web.gate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class EveryHandlerHasAGateTest {
    static class Routes {
        public void forgotten() {}

        @Gate(Gate.Kind.OPEN)
        public void open() {}

        @Gate(value = Gate.Kind.SCOPE, scope = "leaderboards:raed")
        public void misspelt() {}

        @Gate(Gate.Kind.PUBLIC)
        public void nameless() {}

        @Gate(Gate.Kind.OPEN)
        @StepUp
        public void dangerousForAnybody() {}
    }

    @Gate(Gate.Kind.SESSION)
    static class GatedClass {
        public void covered() {}
    }

    @Test
    void aHandlerWithoutAGateStopsTheStartAndIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(new Routes(), "forgotten"))
                .withMessageContaining("forgotten");
    }

    @Test
    void aGateWithAnUnknownScopeStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(new Routes(), "misspelt"))
                .withMessageContaining("leaderboards:raed");
        assertThatIllegalStateException().isThrownBy(() -> check(new Routes(), "nameless"));
    }

    @Test
    void aStepUpOfThoseWhoHaveNoSessionStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(new Routes(), "dangerousForAnybody"))
                .withMessageContaining("@StepUp");
    }

    @Test
    void aGateOnTheMethodOrTheClassWillDo() {
        assertThatCode(() -> check(new Routes(), "open")).doesNotThrowAnyException();
        assertThatCode(() -> check(new GatedClass(), "covered")).doesNotThrowAnyException();
    }

    private static void check(Object controller, String method) throws NoSuchMethodException {
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        Method handler = controller.getClass().getDeclaredMethod(method);
        mapping.registerMapping(RequestMappingInfo.paths("/" + method).build(), controller, handler);
        new EveryHandlerHasAGate(mapping).afterSingletonsInstantiated();
    }
}
