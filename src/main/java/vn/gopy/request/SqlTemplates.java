package vn.gopy.request;

import java.util.List;
import vn.gopy.db.Tx;

/// Where beginnings of answers are kept.
final class SqlTemplates {
    private static final String LIST = """
            SELECT id, name, text, scope
              FROM request_template
             WHERE scope = ? OR scope = 'province'
             ORDER BY name, id
            """;
    private static final String COUNT = """
            SELECT count(*)
              FROM request_template
             WHERE scope = ?
            """;
    private static final String KEEP = """
            INSERT INTO request_template (scope, name, text)
            VALUES (?, ?, ?)
            """;
    private static final String DROP = """
            DELETE FROM request_template
             WHERE id = ? AND scope = ?
            """;

    List<Template> list(Tx tx, String scope) {
        return tx.all(LIST, row -> new Template(row.number(1), row.text(2), row.text(3),
                row.text(4).equals(scope)), scope);
    }

    int count(Tx tx, String scope) {
        return (int) tx.number(COUNT, scope);
    }

    void keep(Tx tx, String scope, String name, String text) {
        tx.run(KEEP, scope, name, text);
    }

    boolean drop(Tx tx, String scope, long id) {
        return tx.run(DROP, id, scope) > 0;
    }
}
