-- A letter may carry a file, such as a certificate; its content is emptied like the text once the letter is sent.
alter table letter add column attachment_name text;
alter table letter add column attachment_type text;
alter table letter add column attachment bytea;

-- Since when the closing survey is out: what was answered before belongs to an earlier closing, which was extended.
alter table mentorship add column closing_since timestamptz;
-- Whether it went on beyond its first last day (C6); such a mentorship outlives its cohort's.
alter table mentorship add column extended boolean not null default false;

-- Of an answer that is kept only to be counted: the role of whoever gave it, who is not known any more.
alter table answer add column role text;
