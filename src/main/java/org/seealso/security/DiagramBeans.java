package org.seealso.security;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * The beans a diagram may name: delegates and listeners, nothing else. Looked up when asked, because they need the
 * engine that is still being built.
 */
class DiagramBeans extends AbstractMap<Object, Object> {
    private final ListableBeanFactory beans;
    private final Supplier<Set<String>> names;

    DiagramBeans(ListableBeanFactory beans) {
        this.beans = beans;
        this.names =
                SingletonSupplier.of(() -> Stream.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                        .flatMap(type -> Stream.of(beans.getBeanNamesForType(type, true, false)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && names.get().contains(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String name && names.get().contains(name) ? beans.getBean(name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return names.get().stream()
                .map(name -> Map.<Object, Object>entry(name, beans.getBean(name)))
                .collect(Collectors.toSet());
    }
}
