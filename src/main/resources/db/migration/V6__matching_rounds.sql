-- Who must never be matched (again), and why; only coordinators ever read it.
create table exclusion (
    person_a uuid not null references person,
    person_b uuid not null references person,
    kind text not null,
    said_by text not null,
    why text not null,
    said_at timestamptz not null,
    primary key (person_a, person_b, kind),
    check (person_a < person_b)
);
create index exclusion_other on exclusion (person_b);

-- When somebody came into the pool, whether they come first there, and until when they asked not to be matched.
alter table participant add column pool_since timestamptz;
alter table participant add column front boolean not null default false;
alter table participant add column busy_until date;
update participant set pool_since = changed_at where state = 'POOL';

-- Why these people were put together, as each of them may read it.
alter table member add column reasons text[] not null default '{}';

-- What a run went by, what it was worth, and what a coordinator changed.
alter table match_run add column shape text not null default 'PEER';
alter table match_run add column instance text;
alter table match_run add column free_total bigint;
alter table match_run add column free_left int;
alter table match_run add column start_total bigint;
alter table match_run add column trouble text not null default '';
alter table match_run add column would_help text[] not null default '{}';
alter table match_run add column made_by text;
alter table match_run add column why text not null default '';
alter table match_run add column confirm_why text not null default '';
alter table match_run rename column solves to effort;
alter table match_run alter column effort type bigint;
alter table match_run rename column full_marks to best_pair;
alter table match_person add column held boolean not null default false;
alter table match_proposal add column gives text[] not null default '{}';
alter table match_proposal add column bars text[] not null default '{}';
alter table match_proposal drop column told;
alter table match_proposal_member add column told text[] not null default '{}';
update match_run set free_total = total, free_left = 0, start_total = total;
