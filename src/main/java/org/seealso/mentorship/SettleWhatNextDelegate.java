package org.seealso.mentorship;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class SettleWhatNextDelegate implements JavaDelegate {
    private final MentorshipCourse course;
    private final NextWishes wishes;

    SettleWhatNextDelegate(MentorshipCourse course, NextWishes wishes) {
        this.course = course;
        this.wishes = wishes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        List<UUID> toPool = new ArrayList<>();
        for (UUID member : facts.ids("memberIds")) {
            switch (wishes.of(mentorship, member)) {
                case POOL -> toPool.add(member);
                case LEAVE -> course.leave(mentorship, member);
                case SURVEY -> {
                    // The closing asks everybody who is still in it.
                }
            }
        }
        course.toPool(mentorship, toPool, facts.text("program"));
    }
}
