package org.seealso.rules;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What a diagram may call, found without starting anything: delegates and listeners and the package of each. */
public final class DelegateNames {
    private DelegateNames() {}

    /** Bean name to package. */
    public static Map<String, String> scan() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(ExecutionListener.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(TaskListener.class));
        Map<String, String> found = new TreeMap<>();
        SimpleBeanDefinitionRegistry registry = new SimpleBeanDefinitionRegistry();
        for (BeanDefinition bean : scanner.findCandidateComponents("org.seealso")) {
            String type = String.valueOf(bean.getBeanClassName());
            found.put(
                    AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, registry),
                    type.substring(0, type.lastIndexOf('.')));
        }
        return found;
    }
}
