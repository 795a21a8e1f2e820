package dev.kiwi.command.feed.source;

import dev.kiwi.command.upstream.UpstreamAnswer;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;
import dev.kiwi.command.upstream.Validators;

/** One repository at GitHub's API. The token is optional: without one there are sixty calls an hour. */
public final class Github {
    private final UpstreamService service;
    private final String repository;
    private final String token;

    /** @param repository owner and name; @param token blank for none */
    public Github(UpstreamService service, String repository, String token) {
        this.service = service;
        this.repository = repository;
        this.token = token;
    }

    UpstreamService service() {
        return service;
    }

    /** @param path below the repository's, with the query */
    UpstreamAnswer get(String path, Validators known) throws UpstreamFailure {
        UpstreamRequest request = UpstreamRequest.get(service.below("/repos/" + repository + path))
                .with("Accept", "application/vnd.github+json")
                .with("X-GitHub-Api-Version", "2022-11-28")
                .unless(known);
        return service.send(token.isBlank() ? request : request.with("Authorization", "Bearer " + token));
    }
}
