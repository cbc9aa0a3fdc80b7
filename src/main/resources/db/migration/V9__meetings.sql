-- What members agreed on and since when: which submission of the form counts, and the rhythm its meetings are planned by.
create table agreement (
    mentorship_id uuid primary key references mentorship,
    submission_id uuid not null,
    agreed_at timestamptz not null,
    first_at timestamptz,
    frequency text not null,
    minutes int not null
);

-- The meetings of a mentorship as its members' calendars know them: a number is a date's UID and never used twice,
-- sequence counts its changes (RFC 5546). A meeting called off keeps its row, or a late letter would bring it back.
create table meeting (
    mentorship_id uuid not null references mentorship,
    number int not null,
    starts_at timestamptz not null,
    minutes int not null,
    sequence int not null default 0,
    cancelled boolean not null default false,
    primary key (mentorship_id, number)
);
create index meeting_start on meeting (mentorship_id, starts_at) where not cancelled;
