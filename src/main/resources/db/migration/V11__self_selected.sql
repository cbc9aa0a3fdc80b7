-- How often the members of a mentorship want to be asked, where they chose it themselves; else the program's row says so.
alter table mentorship add check_ins text;
