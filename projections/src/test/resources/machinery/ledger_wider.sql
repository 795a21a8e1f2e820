create table entry (account text primary key, total bigint not null, events int not null, note text);
create table booking (event_id text primary key, account text not null, amount bigint not null);
