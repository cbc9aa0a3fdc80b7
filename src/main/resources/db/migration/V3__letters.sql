-- The outbox: a letter is a row in the transaction that decided to write it, and is sent after it commits (house law 7).
create table letter (
    id uuid primary key,
    person_id uuid references person,
    participant_id uuid references participant,
    mentorship_id uuid references mentorship,
    program text not null,
    name text not null,
    deployment text not null,
    label text not null,
    address text not null,
    sender_name text not null,
    reply_to text not null,
    subject text not null,
    -- Emptied once the letter is sent (except in the quick start, whose inbox shows them): they hold private links.
    text text not null,
    html text not null,
    calendar text,
    message_id text not null,
    in_reply_to text,
    reminder boolean not null,
    state text not null,
    attempts int not null default 0,
    -- How often the connection broke when the server might already have had the letter.
    doubts int not null default 0,
    created_at timestamptz not null,
    sent_at timestamptz,
    -- A status code or a fixed phrase: servers like to repeat the address in their replies.
    last_error text
);
create index letter_unsent on letter (created_at) where state <> 'SENT';
create index letter_thread on letter (mentorship_id, person_id, created_at) where mentorship_id is not null;
create index letter_person on letter (person_id);
create index letter_address on letter (lower(address), created_at desc);

-- At most one row: since when no mail server answers, and whether somebody was told.
create table mail_outage (
    only_one boolean primary key default true check (only_one),
    since timestamptz not null,
    told boolean not null default false
);

-- Private links: the token itself is only in the letter (house law 6).
create table link (
    public_id uuid primary key,
    token_hash bytea not null unique,
    purpose text not null,
    state text not null,
    deployment text not null,
    program text not null,
    person_id uuid not null references person,
    participant_id uuid references participant,
    mentorship_id uuid references mentorship,
    process_instance text,
    form text,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    draft jsonb
);
create index link_process on link (process_instance) where process_instance is not null;
create index link_participant on link (participant_id);
create index link_person on link (person_id);

-- db-scheduler 16.7's table; its names and types are the library's.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
