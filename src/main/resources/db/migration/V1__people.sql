-- Who is who: persons, the cohorts of a program, who takes part in which, and who meets whom.
create table person (
    id uuid primary key,
    name text not null,
    email text not null,
    language text not null default 'en',
    created_at timestamptz not null
);
create unique index person_email on person (lower(email));

create table cohort (
    id uuid primary key,
    program text not null,
    name text not null,
    zone text not null,
    opens_on date not null,
    closes_on date not null,
    match_on date not null,
    starts_on date not null,
    ends_on date not null,
    state text not null,
    created_at timestamptz not null
);
create index cohort_program on cohort (program, state);

-- A participant is a person in a cohort; the row is born as an application and keeps its id for life.
create table participant (
    id uuid primary key,
    cohort_id uuid not null references cohort,
    person_id uuid not null references person,
    role text not null,
    state text not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create unique index participant_once on participant (cohort_id, person_id)
    where state not in ('FORGOTTEN', 'WITHDRAWN');
create index participant_person on participant (person_id);

create table mentorship (
    id uuid primary key,
    cohort_id uuid not null references cohort,
    state text not null,
    starts_on date not null,
    ends_on date not null,
    ended_at timestamptz,
    end_reason text
);
create index mentorship_cohort on mentorship (cohort_id, state);

create table member (
    mentorship_id uuid not null references mentorship,
    participant_id uuid not null references participant,
    position int not null,
    left_at timestamptz,
    primary key (mentorship_id, participant_id)
);
create index member_participant on member (participant_id);
