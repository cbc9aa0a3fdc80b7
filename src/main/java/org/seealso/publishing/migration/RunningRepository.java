package org.seealso.publishing.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what runs in the engine's own tables: one question instead of thousands. */
@Component
class RunningRepository {
    /** Conduct reports stay what they were begun as: they are nobody's business but the handlers'. */
    private static final String ALL = """
            with root as (
                select r.id_ as id, coalesce(
                    (select v.text_ from act_ru_variable v
                     where v.execution_id_ = r.id_ and v.name_ = 'mentorshipId'), r.business_key_) as about
                from act_ru_execution r join act_re_procdef d on d.id_ = r.proc_def_id_
                where r.parent_id_ is null and r.super_exec_ is null and d.key_ <> 'conduct-report'),
            numbered as (
                select m.id, m.starts_on, c.name,
                    row_number() over (partition by m.cohort_id order by m.starts_on, m.id) as n
                from mentorship m join cohort c on c.id = m.cohort_id)
            select m.id as mentorship, m.name || ', mentorship ' || m.n as name, m.starts_on, i.id_ as instance,
                d.key_ as process, d.id_ as definition, d.deployment_id_ as deployment, coalesce(p.number, 0) as number,
                (select string_agg(x.act_id_, ' ' order by x.act_id_) from act_ru_execution x
                 where x.proc_inst_id_ = i.id_ and x.act_id_ is not null
                 and not exists (select 1 from act_ru_execution y where y.parent_id_ = x.id_
                                 and y.act_id_ is not null)) as places
            from root join numbered m on m.id::text = root.about
                join act_ru_execution i on i.root_proc_inst_id_ = root.id and i.parent_id_ is null
                join act_re_procdef d on d.id_ = i.proc_def_id_
                left join publication p on p.deployment = d.deployment_id_
            """;

    private final JdbcClient jdbc;

    RunningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Running> all() {
        return collect(jdbc.sql(ALL + "order by m.name, m.n, i.id_"));
    }

    Optional<Running> of(UUID mentorship) {
        return collect(jdbc.sql(ALL + "where m.id = :id order by i.id_").param("id", mentorship)).stream()
                .findFirst();
    }

    private static List<Running> collect(JdbcClient.StatementSpec sql) {
        Map<UUID, Running> found = new LinkedHashMap<>();
        sql.query((row, n) -> {
                    UUID id = row.getObject("mentorship", UUID.class);
                    String name = row.getString("name");
                    LocalDate startsOn = row.getObject("starts_on", LocalDate.class);
                    String places = row.getString("places");
                    return found.computeIfAbsent(id, key -> new Running(key, name, startsOn, new ArrayList<>()))
                            .instances()
                            .add(new Running.Instance(
                                    row.getString("instance"),
                                    row.getString("process"),
                                    row.getString("definition"),
                                    row.getString("deployment"),
                                    row.getInt("number"),
                                    places == null ? List.of() : List.of(places.split(" "))));
                })
                .list();
        return List.copyOf(found.values());
    }

    /** Changes as soon as anybody or anything moves on: the ids of every token, task, timer and wait. */
    String state(Running running) {
        List<String> ids = new ArrayList<>();
        for (Running.Instance instance : running.instances()) {
            ids.addAll(jdbc.sql("select id_ || coalesce(act_id_, '') from act_ru_execution where proc_inst_id_ = :id"
                            + " union all select id_ from act_ru_task where proc_inst_id_ = :id"
                            + " union all select id_ from act_ru_job where process_instance_id_ = :id"
                            + " union all select id_ from act_ru_event_subscr where proc_inst_id_ = :id")
                    .param("id", instance.id())
                    .query(String.class)
                    .list());
        }
        try {
            byte[] all = String.join("\n", ids.stream().sorted().toList()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
