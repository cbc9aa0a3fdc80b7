-- What people wrote: one row per field, with the readers its form gave it (house law 3 and 4).
create table answer (
    id uuid primary key,
    submission_id uuid not null,
    author text not null,
    form text not null,
    field text not null,
    position int not null,
    question text not null,
    value jsonb not null,
    shown text not null,
    readers text[] not null,
    person_id uuid references person,
    participant_id uuid references participant,
    mentorship_id uuid references mentorship,
    cohort_id uuid references cohort,
    process_instance text,
    answered_at timestamptz not null
);
create index answer_participant on answer (participant_id, form);
create index answer_mentorship on answer (mentorship_id, form);
create index answer_process on answer (process_instance);
create index answer_person on answer (person_id);
create index answer_cohort on answer (cohort_id, form);
