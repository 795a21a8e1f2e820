-- Several keys verify, one signs: the newest whose end is not set. The others end when the last token of theirs does.
alter table web.signing_key add column verifies_until timestamptz;
