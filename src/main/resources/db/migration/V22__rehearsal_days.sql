-- The days a rehearsal was asked to play (null: up to the end of the season), and who stopped it.
alter table rehearsal add column first_day date;
alter table rehearsal add column last_day date;
alter table rehearsal add column stopped_by text;
