-- A list somebody uploaded, from its preview until they decide what becomes of it; for a day at most.
create table import_file (
    id uuid primary key,
    cohort_id uuid not null references cohort,
    what text not null,
    file_name text not null,
    content bytea not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null
);

-- Who hosts a group in which period; a second row of a period means that the first one passed.
create table host (
    mentorship_id uuid not null references mentorship,
    turn int not null,
    period int not null,
    participant_id uuid not null references participant,
    primary key (mentorship_id, turn)
);
