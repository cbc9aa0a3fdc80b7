-- Which answer came through a link, and whether its writer was sent a copy of it.
alter table link add column submission uuid;
alter table link add column copied boolean not null default false;
