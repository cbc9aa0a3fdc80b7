-- One submission's answers are looked for whenever a page or a letter repeats them; without this, among everybody's.
create index answer_submission on answer (submission_id, position);
