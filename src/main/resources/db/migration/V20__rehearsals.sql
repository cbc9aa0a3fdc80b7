-- Rehearsals started from the admin's pages: what was played, how far it is, and what came of it.
create table rehearsal (
    id uuid primary key,
    fingerprint text not null,
    program text not null,
    people int not null,
    seed bigint not null,
    started_by text not null,
    started_at timestamptz not null,
    state text not null,
    percent int not null,
    message text not null,
    findings int not null,
    compared boolean not null,
    -- When the node that plays it was last heard of.
    seen_at timestamptz not null default now(),
    report text
);
create index rehearsal_started on rehearsal (started_at desc);
create index rehearsal_fingerprint on rehearsal (fingerprint, started_at desc);
