-- What scheduled work was last done, by which node; one row a job.
create table job (
    name          text        primary key,
    requested     boolean     not null default false,
    node          text,
    started_at    timestamptz,
    finished_at   timestamptz,
    last_error    text,
    last_result   text
);
