package org.seealso.publishing;

import jakarta.servlet.http.HttpServletRequest;
import org.seealso.security.Groups;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Whoever is signed in reaches the desk, but only admins may change the rules for everybody. */
@ControllerAdvice(basePackageClasses = AdminsOnly.class)
class AdminsOnly {
    static final class NotAnAdmin extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ModelAttribute
    void only(HttpServletRequest request) {
        if (!request.isUserInRole(Groups.ADMINS)) {
            throw new NotAnAdmin();
        }
    }

    @ExceptionHandler(NotAnAdmin.class)
    ModelAndView refuse() {
        ModelAndView page = new ModelAndView("publishing/admins-only", HttpStatus.FORBIDDEN);
        page.addObject("title", "For admins");
        page.addObject("lang", "en");
        return page;
    }
}
