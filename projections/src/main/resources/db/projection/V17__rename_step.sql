-- Neighbouring captures that were compared, with the dumps that they were at that time: a pair that is no such neighbours
-- any more is compared anew, and what was found in it is forgotten. They take the place of the mark of the last anchor;
-- what was found up to it is found again.
create table pm.rename_step (
    to_anchor   bigint primary key,
    from_anchor bigint not null,
    to_sha256   text   not null,
    from_sha256 text   not null
);

delete from pm.leaderboard_finding where kind = 'renames';
delete from pm.player_rename;
