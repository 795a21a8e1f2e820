package dev.kiwi.web.release;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.release.Channel;
import dev.kiwi.api.release.FindLatestReleases;
import dev.kiwi.api.release.LatestReleases;
import dev.kiwi.api.release.ListReleases;
import dev.kiwi.api.release.Platform;
import dev.kiwi.api.release.ReleasePage;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.release.ReleaseReplies.LatestByPlatform;
import dev.kiwi.web.release.ReleaseReplies.PlatformLatest;
import dev.kiwi.web.release.ReleaseReplies.PlatformReleases;
import dev.kiwi.web.release.ReleaseReplies.ReleaseList;
import dev.kiwi.web.release.ReleaseReplies.UpdateAnswer;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Releases of the desktop app, and whether there is a newer one (misc-btt.md D4). */
@RestController
@Tag(name = "btt", description = "Releases of the desktop app Better Trove Tools")
@RequestMapping("/v1/btt")
@Gate(value = Gate.Kind.PUBLIC, scope = "btt:read")
@ReadsFrom(Projection.FEED)
@SharedResponse
class ReleaseController {
    private static final String CHANNEL = "`release`, or `beta` for pre-releases";
    private static final String PLATFORM = "`windows`, `linux` or `android`";

    private final Queries queries;

    ReleaseController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/releases")
    @Operation(
            operationId = "listBttReleases",
            summary = "List the releases of the desktop app",
            description = "Newest first, each with all of its files.")
    Mono<ReleaseList> releases(
            @Parameter(description = CHANNEL + "; left out: both") @RequestParam(required = false) @Nullable
                    String channel,
            @Parameter(description = "How many releases at most") @RequestParam(defaultValue = "50") @Min(1) @Max(200)
                    int limit,
            @Parameter(description = "How many releases to skip") @RequestParam(defaultValue = "0") @Min(0)
                    int offset) {
        Channel asked = channel == null ? null : channel(channel);
        return queries.ask(new ListReleases(asked, limit, offset), ReleasePage.class)
                .map(page -> ReleaseList.of(channel, page));
    }

    @GetMapping("/latest")
    @Operation(
            operationId = "getLatestBttReleases",
            summary = "Show the newest release for each platform",
            description = "Per platform the newest release that has a file for it; null where there is none.")
    Mono<LatestByPlatform> latest(
            @Parameter(description = CHANNEL) @RequestParam(defaultValue = "release") String channel) {
        return latestOf(channel(channel)).map(latest -> new LatestByPlatform(channel, PlatformReleases.of(latest)));
    }

    @GetMapping("/latest/{platform}")
    @Operation(
            operationId = "getLatestBttRelease",
            summary = "Show the newest release for a platform",
            description = "`assets` has its files for the platform only, the preferred first. 404 while there is none.")
    Mono<PlatformLatest> latestFor(
            @Parameter(description = PLATFORM, example = "windows") @PathVariable String platform,
            @Parameter(description = CHANNEL) @RequestParam(defaultValue = "release") String channel) {
        Platform asked = platform(platform);
        return latestOf(channel(channel))
                .map(latest -> PlatformLatest.of(asked, latest)
                        .orElseThrow(() -> new Refusal(
                                ErrorCode.NOT_FOUND, "Nothing was published for " + asked.key() + " yet.")));
    }

    @GetMapping("/check")
    @Operation(
            operationId = "checkBttUpdate",
            summary = "Tell whether there is a newer version than the installed one",
            description =
                    "Versions are numbers with dots and a suffix (`v1.10.0-beta.2`); without a suffix a version is "
                            + "newer than with one. `comparable` is false when one of the two is no version.")
    Mono<UpdateAnswer> check(
            @Parameter(description = "The installed version", example = "1.4.2") @RequestParam @NotEmpty
                    String installed,
            @Parameter(description = PLATFORM, example = "windows") @RequestParam String platform,
            @Parameter(description = CHANNEL) @RequestParam(defaultValue = "release") String channel) {
        Platform asked = platform(platform);
        return latestOf(channel(channel)).map(latest -> UpdateCheck.of(installed, channel, asked, latest));
    }

    private Mono<LatestReleases> latestOf(Channel channel) {
        return queries.ask(new FindLatestReleases(channel), LatestReleases.class);
    }

    private static Channel channel(String text) {
        return Channel.of(text).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such channel."));
    }

    private static Platform platform(String text) {
        return Platform.of(text).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such platform."));
    }
}
