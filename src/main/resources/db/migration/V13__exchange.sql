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
