package dev.kiwi.web.release;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.release.Changelog.ChangelogCommit;
import dev.kiwi.api.release.Changelog.ChangelogGroup;
import dev.kiwi.api.release.GetChangelog;
import dev.kiwi.api.release.StoredChangelog;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.release.ReleaseReplies.ChangelogReply;
import dev.kiwi.web.responsecache.SharedResponse;
import dev.kiwi.web.responsecache.Unshared;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Commits of the desktop app by version (misc-btt.md D4). */
@RestController
@Tag(name = "btt")
class ChangelogController {
    private final Queries queries;
    private final Clock clock;
    private final String repository;

    ChangelogController(
            Queries queries, Clock clock, @Value("${BTT_REPOSITORY:AallynReed/BetterTroveTools}") String repository) {
        this.queries = queries;
        this.clock = clock;
        this.repository = repository;
    }

    @GetMapping("/v1/btt/changelog")
    @Gate(value = Gate.Kind.PUBLIC, scope = "btt:read")
    @ReadsFrom(Projection.FEED)
    @SharedResponse
    @Operation(
            operationId = "getBttChangelog",
            summary = "List what changed in the desktop app, by version",
            description =
                    "Newest first; `Unreleased` is what came after the newest version. `type` is the conventional "
                            + "prefix of a message, such as `fix`. With `rate_limited` GitHub refused the last fetch, and this is "
                            + "what was known before.")
    Mono<ChangelogReply> changelog(
            @Parameter(description = "How many versions at most; 0 for all")
                    @RequestParam(name = "limit_groups", defaultValue = "0")
                    @Min(0)
                    @Max(50)
                    int limitGroups,
            @Parameter(description = "How many commits of a version at most; 0 for all")
                    @RequestParam(name = "commits_per_group", defaultValue = "0")
                    @Min(0)
                    @Max(100)
                    int commitsPerGroup,
            ServerWebExchange exchange) {
        return queries.ask(new GetChangelog(), StoredChangelog.class)
                .map(stored -> reply(stored, limitGroups, commitsPerGroup, exchange));
    }

    private ChangelogReply reply(StoredChangelog stored, int groups, int commits, ServerWebExchange exchange) {
        Long fetched = stored.fetchedAt();
        if (fetched == null) {
            // The answer is of this moment.
            Unshared.mark(exchange);
        }
        return new ChangelogReply(
                repository,
                firsts(stored.changelog().groups(), groups).stream()
                        .map(group -> new ChangelogGroup(
                                group.version(), ChangelogController.<ChangelogCommit>firsts(group.commits(), commits)))
                        .toList(),
                stored.changelog().rateLimited(),
                fetched == null ? clock.instant().getEpochSecond() : fetched);
    }

    /** @param most 0 for all */
    private static <T> List<T> firsts(List<T> all, int most) {
        return most == 0 ? all : all.subList(0, Math.min(most, all.size()));
    }
}
