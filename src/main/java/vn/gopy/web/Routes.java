package vn.gopy.web;

import io.javalin.config.RoutesConfig;

/// A room's pages or doors. The server hands it an empty list to add to; it knows nothing else of the server.
@FunctionalInterface
public interface Routes {
    void addTo(RoutesConfig routes);
}
