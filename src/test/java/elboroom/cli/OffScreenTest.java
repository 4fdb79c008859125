package elboroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OffScreenTest {
    @Test
    void onlyLinuxWithoutAnyDisplayHasNoOtherWay() {
        assertThat(OffScreen.isOnlyWay("Linux", Map.<String, String>of()::get)).isTrue();
        assertThat(OffScreen.isOnlyWay("Linux", Map.of("DISPLAY", "")::get)).isTrue();
        assertThat(OffScreen.isOnlyWay("Linux", Map.of("DISPLAY", ":0")::get)).isFalse();
        assertThat(OffScreen.isOnlyWay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")::get))
                .isFalse();
        assertThat(OffScreen.isOnlyWay("Mac OS X", Map.<String, String>of()::get))
                .isFalse();
        assertThat(OffScreen.isOnlyWay("Windows 11", Map.<String, String>of()::get))
                .isFalse();
    }
}
