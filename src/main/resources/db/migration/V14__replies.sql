-- Answers by reply, bounces, and letters nobody needs.

-- Where an answer and a bounce go: the addresses are emptied once the letter is sent, only their keys' SHA-256 stay.
alter table letter add column return_path text;
alter table letter add column unsubscribe text;
alter table letter add column reply_hash bytea;
alter table letter add column bounce_hash bytea;
-- The form behind the letter, and its questions with the numbers the letter gave them.
alter table letter add column link_id uuid references link on delete set null;
alter table letter add column asked jsonb;
create unique index letter_reply_hash on letter (reply_hash) where reply_hash is not null;
create unique index letter_bounce_hash on letter (bounce_hash) where bounce_hash is not null;
create index letter_message_id on letter (message_id);
create index letter_link on letter (link_id) where link_id is not null;

-- Who wants only letters they need, in a program.
create table optional_letters_stopped (
    person_id uuid not null references person on delete cascade,
    program text not null,
    stopped_at timestamptz not null,
    primary key (person_id, program)
);

-- What arrived in the mailbox. The same message acts once; what it says stands in answer, as long as a person needs it.
create table incoming_mail (
    id uuid primary key,
    message_id text not null unique,
    arrived_at timestamptz not null,
    -- What was made of it: a word of ours, never of the writer's.
    outcome text not null,
    writer_id uuid references person on delete set null,
    sender_hash bytea,
    letter_id uuid references letter on delete set null
);
create index incoming_mail_letter on incoming_mail (letter_id) where letter_id is not null;
create index incoming_mail_writer on incoming_mail (writer_id) where writer_id is not null;
create index incoming_mail_sender on incoming_mail (sender_hash, arrived_at);
