-- A meeting before people apply (A2); sequence counts how often it was moved, so that calendars follow.
create table information_session (
    cohort_id uuid primary key references cohort,
    starts_at timestamptz not null,
    minutes int not null,
    place text not null,
    sequence int not null default 0
);

-- Who passed the orientation of a program; it expires as the program's row says.
create table orientation (
    person_id uuid not null references person,
    program text not null,
    passed_at timestamptz not null,
    primary key (person_id, program)
);

-- Mentors who do not want to be asked again whether they mentor.
create table never_ask_again (
    person_id uuid not null references person,
    program text not null,
    primary key (person_id, program)
);
