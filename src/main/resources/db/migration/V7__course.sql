-- A mentorship may pause until a day (B9), or be stopped until a conduct handler says more (A13).
alter table mentorship add column paused_until date;
alter table mentorship add column stopped boolean not null default false;

-- What a check-in says of the two, as far as the signal and the pace are read from it (A4, B3, C3).
alter table check_in add column fit text;
alter table check_in add column live_call boolean not null default false;
