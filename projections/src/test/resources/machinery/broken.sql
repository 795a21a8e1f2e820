create table entry (account text primary key;
