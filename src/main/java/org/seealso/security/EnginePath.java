package org.seealso.security;

import jakarta.servlet.http.HttpServletRequest;

/** The path as Camunda's servlet will see it: decoded, and without a trailing slash. */
public final class EnginePath {
    private EnginePath() {}

    public static String of(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = request.getServletPath() + (info == null ? "" : info);
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
