package org.seealso.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes a name out of the engine's tables, running and historic. The engine has no call for it, so this is SQL on its
 * tables (ADR 0014): the columns are asked of the database each time, and a test looks through every one of them.
 */
@Repository
class EngineTraces {
    static final String NOBODY = "a former member";

    private record Column(String table, String name, String instance) {}

    /** Where the engine keeps bytes: the table, its column with the id, and its column with the process instance. */
    private static final List<Column> BYTES = List.of(
            new Column("act_ru_variable", "bytearray_id_", "proc_inst_id_"),
            new Column("act_hi_varinst", "bytearray_id_", "proc_inst_id_"),
            new Column("act_hi_detail", "bytearray_id_", "proc_inst_id_"),
            new Column("act_ru_job", "exception_stack_id_", "process_instance_id_"),
            new Column("act_hi_job_log", "job_exception_stack_id_", "process_instance_id_"),
            new Column("act_hi_attachment", "content_id_", "proc_inst_id_"));

    private final JdbcClient jdbc;

    EngineTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Replaces names in everything that ran about these ids, and deletes what people noted beside its tasks.
     *
     * @param ids of the person, their parts, their mentorships and what they sent
     * @param names whole names and addresses; replaced wherever they stand
     * @param words parts of the name; replaced in variables alone, where a letter's facts may hold a first name
     */
    void scrub(Collection<UUID> ids, List<String> names, List<String> words) {
        String[] instances = instances(ids.stream().map(UUID::toString).toArray(String[]::new));
        if (instances.length == 0) {
            return;
        }
        notes(instances);
        for (Column column : columns()) {
            for (String name : names) {
                replace(column, name, instances, "gi");
            }
            if (column.table().endsWith("_variable") || column.table().endsWith("_varinst")) {
                for (String word : words) {
                    replace(column, word, instances, "g");
                }
            }
        }
        decisions(names, instances);
        bytes(names, instances);
    }

    /** Whatever holds one of the ids in a variable or as its business key, and whatever that called. */
    private String[] instances(String[] ids) {
        return jdbc.sql("""
                        with recursive linked(id) as (
                            select proc_inst_id_ from act_hi_varinst where text_ = any(:ids)
                            union select proc_inst_id_ from act_ru_variable where text_ = any(:ids)
                            union select proc_inst_id_ from act_hi_procinst where business_key_ = any(:ids)
                            union select proc_inst_id_ from act_ru_execution where business_key_ = any(:ids)
                            union select i.proc_inst_id_ from act_hi_procinst i
                                join linked on i.super_process_instance_id_ = linked.id)
                        select id from linked where id is not null""").param("ids", ids).query(String.class).list().toArray(String[]::new);
    }

    /** Comments and attachments are written by hand, in whatever words; they go with the person they were about. */
    private void notes(String[] instances) {
        String tasks = " or task_id_ in (select id_ from act_hi_taskinst where proc_inst_id_ = any(:instances))";
        jdbc.sql("delete from act_hi_comment where proc_inst_id_ = any(:instances)" + tasks)
                .param("instances", instances)
                .update();
        List<String> content = jdbc.sql("delete from act_hi_attachment where proc_inst_id_ = any(:instances)" + tasks
                        + " returning coalesce(content_id_, '')")
                .param("instances", instances)
                .query(String.class)
                .list();
        jdbc.sql("delete from act_ge_bytearray where id_ = any(?)")
                .param(content.toArray(String[]::new))
                .update();
    }

    private List<Column> columns() {
        return jdbc.sql("""
                        select c.table_name, c.column_name, i.column_name as instance from information_schema.columns c
                            join information_schema.columns i on i.table_schema = c.table_schema
                                and i.table_name = c.table_name
                                and i.column_name in ('proc_inst_id_', 'process_instance_id_')
                        where c.table_schema = current_schema() and c.table_name like 'act\\_%'
                            and c.data_type in ('character varying', 'text')
                            and c.column_name not like '%id\\_'
                        order by 1, 2""")
                .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private void replace(Column column, String name, String[] instances, String how) {
        // Table and column come from the catalogue; what people wrote goes in as parameters only.
        jdbc.sql("update " + column.table() + " set " + column.name() + " = regexp_replace(" + column.name()
                        + ", :pattern, :nobody, :how) where " + column.instance() + " = any(:instances) and "
                        + column.name() + " ~* :pattern")
                .param("pattern", whole(name))
                .param("nobody", NOBODY)
                .param("how", how)
                .param("instances", instances)
                .update();
    }

    private void decisions(List<String> names, String[] instances) {
        for (String table : List.of("act_hi_dec_in", "act_hi_dec_out")) {
            for (String name : names) {
                jdbc.sql("update " + table + " set text_ = regexp_replace(text_, :pattern, :nobody, 'gi')"
                                + " where text_ ~* :pattern and dec_inst_id_ in"
                                + " (select id_ from act_hi_decinst where proc_inst_id_ = any(:instances))")
                        .param("pattern", whole(name))
                        .param("nobody", NOBODY)
                        .param("instances", instances)
                        .update();
            }
        }
    }

    /** Serialized variables and the traces of failed jobs. */
    private void bytes(List<String> names, String[] instances) {
        List<String> holders = new ArrayList<>();
        BYTES.forEach(place -> holders.add("select " + place.name() + " from " + place.table() + " where "
                + place.instance() + " = any(:instances)"));
        record Kept(String id, byte[] bytes) {}
        List<Kept> kept = jdbc.sql("select id_, bytes_ from act_ge_bytearray where bytes_ is not null and id_ in ("
                        + String.join(" union ", holders) + ")")
                .param("instances", instances)
                .query((row, n) -> new Kept(row.getString(1), row.getBytes(2)))
                .list();
        for (Kept content : kept) {
            String text = new String(content.bytes(), StandardCharsets.UTF_8);
            String clean = text;
            for (String name : names) {
                clean = Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(clean)
                        .replaceAll(NOBODY);
            }
            if (!clean.equals(text)) {
                jdbc.sql("update act_ge_bytearray set bytes_ = ? where id_ = ?")
                        .params(clean.getBytes(StandardCharsets.UTF_8), content.id())
                        .update();
            }
        }
    }

    /** As a word of its own: Ann is not taken out of Annette. */
    static String whole(String name) {
        String quoted = name.replaceAll("([^\\p{L}\\p{N}\\s])", "\\\\$1");
        String start = Character.isLetterOrDigit(name.codePointAt(0)) ? "\\m" : "";
        String end = Character.isLetterOrDigit(name.codePointBefore(name.length())) ? "\\M" : "";
        return String.format(Locale.ROOT, "%s%s%s", start, quoted, end);
    }
}
