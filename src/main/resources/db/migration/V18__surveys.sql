-- Who was asked for a closing survey, and when: a row of the rules may name the most one person gets in a year.
create table survey_asked (
    person_id uuid not null references person on delete cascade,
    program text not null,
    mentorship_id uuid not null references mentorship on delete cascade,
    asked_at timestamptz not null,
    primary key (person_id, mentorship_id)
);
