-- Every set of rules somebody wanted to be live, from the wish on; it has a number once it was published.
create table publication (
    id uuid primary key,
    number int unique,
    fingerprint text not null,
    deployment text,
    author text not null,
    reason text not null,
    at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    published_at timestamptz,
    rehearsal uuid,
    forced boolean generated always as (forced_why is not null) stored,
    forced_why text,
    taken_back_of int,
    check ((number is null) = (published_at is null)),
    check ((approved_by is null) = (approved_at is null))
);

create index publication_fingerprint on publication (fingerprint);

-- One running mentorship that moved to other rules, or could not; the latest that is not undone may be undone.
create table migration (
    id uuid primary key,
    mentorship_id uuid not null references mentorship on delete cascade,
    to_deployment text not null,
    who text not null,
    at timestamptz not null,
    moved boolean not null,
    said text not null,
    -- What moved from where to where, and at which places it stood afterwards: what undoing needs.
    steps text not null default '[]',
    undone_at timestamptz,
    undone_by text
);

create index migration_mentorship on migration (mentorship_id, at);
