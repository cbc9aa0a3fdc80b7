-- Conduct reports, apart from everything else (A13): a schema and a role of their own, and every word encrypted.
-- Who may not create roles keeps the schema under the application's user; the encryption is the same.
do $$
declare
    superuser boolean;
    may_create boolean;
    may_become boolean;
begin
    select rolsuper, rolsuper or rolcreaterole into superuser, may_create from pg_roles where rolname = current_user;
    if may_create and not exists (select from pg_roles where rolname = 'seealso_conduct') then
        begin
            create role seealso_conduct nologin;
        exception when duplicate_object or unique_violation then
            -- Roles belong to the whole cluster: another database beat us to it.
            null;
        end;
    end if;
    may_become := exists (select from pg_roles where rolname = 'seealso_conduct');
    if may_become and not superuser then
        begin
            if current_setting('server_version_num')::int >= 160000 then
                execute format('grant seealso_conduct to %I with inherit false, set true', current_user);
            else
                execute format('grant seealso_conduct to %I', current_user);
            end if;
        exception when insufficient_privilege then
            may_become := pg_has_role(current_user, 'seealso_conduct', 'MEMBER');
        end;
    end if;
    if may_become then
        execute 'create schema conduct authorization seealso_conduct';
        execute 'set local role seealso_conduct';
    else
        execute 'create schema conduct';
    end if;
end $$;

revoke all on schema conduct from public;

-- One row: what the key is made with, and a text by which a key shows that it fits.
create table conduct.seal (
    only_one boolean primary key default true check (only_one),
    salt bytea not null,
    proof bytea not null
);

-- subject (who reported, and about which mentorship) is encrypted, so there is nothing here to refer to.
create table conduct.report (
    submission_id uuid primary key,
    program text not null,
    form text not null,
    received_at timestamptz not null,
    subject bytea not null
);

-- One row per answered question, of the reporter or of a handler; the question is part of what is encrypted.
create table conduct.part (
    id bigint generated always as identity primary key,
    submission_id uuid not null references conduct.report,
    author text not null,
    written_at timestamptz not null,
    sealed bytea not null
);
create index part_submission on conduct.part (submission_id, id);

-- A code opens one report once for the one who asked for it.
create table conduct.handler_code (
    id uuid primary key,
    submission_id uuid not null references conduct.report,
    handler text not null,
    code_hash text not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    tries int not null default 0,
    used boolean not null default false
);
create index handler_code_handler on conduct.handler_code (submission_id, handler, asked_at);

create table conduct.audit (
    id bigint generated always as identity primary key,
    submission_id uuid not null,
    at timestamptz not null,
    who text not null,
    deed text not null
);
create index audit_submission on conduct.audit (submission_id, id);

create function conduct.audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the audit of conduct reports only grows';
end $$;
create trigger audit_only_grows before update or delete on conduct.audit
    for each row execute function conduct.audit_only_grows();
create trigger audit_is_never_emptied before truncate on conduct.audit
    for each statement execute function conduct.audit_only_grows();

revoke all on all tables in schema conduct from public;
revoke all on function conduct.audit_only_grows() from public;
reset role;
