-- Failed logins and locks while Redis is away; platform.md 3.6. Rows go when they are over.
create table web.failed_login (
    subject       text        primary key,
    failures      integer     not null,
    counted_until timestamptz not null,
    locked_until  timestamptz
);

comment on column web.failed_login.subject is 'keyed hash of the address, whether an account has it or not';
