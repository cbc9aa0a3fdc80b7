-- One row per member and period: what the pace of a mentorship is read from (A4).
create table check_in (
    mentorship_id uuid not null references mentorship,
    participant_id uuid not null references participant,
    period int not null,
    state text not null,
    contacts int,
    recorded_at timestamptz not null,
    primary key (mentorship_id, participant_id, period)
);
