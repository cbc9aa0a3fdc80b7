-- A meeting before people apply (A2); sequence counts how often it was moved, so that calendars follow.
create table information_session (
    cohort_id uuid primary key references cohort,
    starts_at timestamptz not null,
    minutes int not null,
    place text not null,
    sequence int not null default 0
);
