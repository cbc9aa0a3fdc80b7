-- An erased person keeps a row without name and address: others' mentorships and counts still point at it.
alter table person add column erased_at timestamptz;

-- What is still to be looked for after somebody was erased; emptied when the second look is done.
create table erasure (
    person_id uuid primary key references person,
    asked_at timestamptz not null,
    names text[] not null,
    addresses text[] not null,
    swept_at timestamptz
);

-- When a participant's words were deleted because their time was over.
alter table participant add column forgotten_at timestamptz;

-- An address changes when both the old and the new one have said yes; until then, and for seven days at most, it waits here.
create table address_change (
    id uuid primary key,
    person_id uuid not null references person,
    address text not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    old_says_yes boolean not null default false,
    new_says_yes boolean not null default false
);
create index address_change_person on address_change (person_id);

-- What somebody agreed to, in which words and which version, and when. It holds no name, and stays as proof.
create table consent_given (
    id bigint generated always as identity primary key,
    person_id uuid not null references person,
    participant_id uuid references participant,
    what text not null,
    words text not null,
    version text not null,
    form text not null,
    given_at timestamptz not null
);
create index consent_given_person on consent_given (person_id, given_at);
insert into consent_given (person_id, participant_id, what, words, version, form, given_at)
    select person_id, participant_id, case field when 'dataConsent' then 'data' else 'conduct' end, question,
        'before versions were kept', form, answered_at
    from answer where field in ('dataConsent', 'conductAccepted') and value = 'true'::jsonb and person_id is not null;

-- Which account read which answer of a participant, and when. Ids and form keys only.
create table reading (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    who text not null,
    submission_id uuid not null,
    form text not null,
    field text not null,
    person_id uuid not null
);
create index reading_submission on reading (submission_id, field, who, at);
create index reading_person on reading (person_id, at);
create function reading_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the list of who read what only grows';
end $$;
create trigger reading_only_grows before update or delete on reading
    for each row execute function reading_only_grows();
create trigger reading_is_never_emptied before truncate on reading
    for each statement execute function reading_only_grows();

-- One row for each day on which retention was enforced; counts only.
create table retention_run (
    id bigint generated always as identity primary key,
    ran_at timestamptz not null,
    program text not null,
    participants int not null,
    persons int not null
);
create index retention_run_program on retention_run (program, ran_at);
