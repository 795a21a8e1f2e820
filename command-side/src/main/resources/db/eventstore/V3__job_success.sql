-- A failing job must not hide how long ago it last did its work.
alter table job add column succeeded_at timestamptz;
update job set succeeded_at = finished_at where last_error is null and finished_at >= started_at;
