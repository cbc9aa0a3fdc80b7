-- Every run of the matching is kept: who was in the pool, what was found and how good it could get, what a coordinator
-- made of it, and which mentorships came of it.
create table match_run (
    id uuid primary key,
    number bigint generated always as identity,
    cohort_id uuid not null references cohort,
    deployment text not null,
    made_at timestamptz not null,
    people int not null,
    total bigint not null,
    bound bigint not null,
    full_marks int not null,
    solves int not null,
    fingerprint text not null,
    edition int not null default 0,
    confirmed_at timestamptz,
    confirmed_by text,
    recorded_at timestamptz
);
create index match_run_cohort on match_run (cohort_id, number);

-- The pool of a run, in its order; reason says why somebody was left over.
create table match_person (
    run_id uuid not null references match_run on delete cascade,
    participant_id uuid not null references participant,
    position int not null,
    reason text,
    primary key (run_id, participant_id)
);

-- reasons and watch are for coordinators; told is the part of the reasons the members may read themselves.
create table match_proposal (
    id uuid primary key,
    run_id uuid not null references match_run on delete cascade,
    position int not null,
    origin text not null,
    confirmed boolean not null default false,
    score int not null,
    reasons text[] not null,
    told text[] not null,
    watch text[] not null,
    mentorship_id uuid references mentorship
);
create index match_proposal_run on match_proposal (run_id, position);

create table match_proposal_member (
    proposal_id uuid not null references match_proposal on delete cascade,
    participant_id uuid not null references participant,
    position int not null,
    primary key (proposal_id, participant_id)
);
