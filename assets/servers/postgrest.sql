-- PostgREST: a table for Keyrack. In its configuration: server-cors-allowed-origins = "ORIGIN"
create table objects (path text primary key, body text not null);
grant select, insert on objects to keyrack;
