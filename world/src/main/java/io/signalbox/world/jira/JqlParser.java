package io.signalbox.world.jira;

import io.signalbox.world.jira.Clause.Operator;
import io.signalbox.world.jira.JqlLexer.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the part of JQL that a release process needs: comparisons, in, is empty, and, or, not, parentheses, order by. Everything
 * else is refused in Jira's words.
 */
final class JqlParser {
    private static final int MAX_ORDER = 7;

    private final List<Token> tokens;
    private int next;

    private JqlParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** A whole query. */
    record Query(Clause where, List<Clause.Order> order) {}

    /** @throws JiraRefusal if the text is not a query that is understood */
    static Query parse(String jql) {
        JqlParser parser = new JqlParser(JqlLexer.cut(jql));
        Clause where = parser.atEnd() || parser.peek("order") ? new Clause.All() : parser.or();
        List<Clause.Order> order = parser.orderBy();
        if (!parser.atEnd()) {
            throw parser.unexpected("either 'OR' or 'AND'");
        }
        return new Query(where, order);
    }

    private Clause or() {
        List<Clause> any = new ArrayList<>(List.of(and()));
        while (take("or")) {
            any.add(and());
        }
        return any.size() == 1 ? any.getFirst() : new Clause.Or(List.copyOf(any));
    }

    private Clause and() {
        List<Clause> all = new ArrayList<>(List.of(not()));
        while (take("and")) {
            all.add(not());
        }
        return all.size() == 1 ? all.getFirst() : new Clause.And(List.copyOf(all));
    }

    private Clause not() {
        if (take("not") || take("!")) {
            return new Clause.Not(not());
        }
        if (take("(")) {
            Clause inner = or();
            expect(")");
            return inner;
        }
        return term();
    }

    private Clause term() {
        Token name = takeAny("a field name");
        Field field = Field.of(name.text())
                .orElseThrow(() -> JiraRefusal.query(
                        "Field '" + name.text() + "' does not exist or you do not have permission to view it."));
        if (take("is")) {
            boolean negated = take("not");
            if (!take("empty") && !take("null")) {
                throw unexpected("'EMPTY' or 'NULL'");
            }
            return new Clause.IsEmpty(field, negated);
        }
        boolean negated = take("not");
        if (take("in")) {
            return new Clause.In(field, negated, list());
        }
        Optional<Operator> operator = negated ? Optional.empty() : operator();
        Operator found = operator.orElseThrow(
                () -> unexpected(
                        "operator. The valid operators are '=', '!=', '<', '>', '<=', '>=', 'IN', 'NOT IN', 'IS' and 'IS NOT'"));
        if (found.ordering() && !field.ordered()) {
            throw JiraRefusal.query(
                    "The operator '" + found.sign() + "' is not supported by the '" + name.text() + "' field.");
        }
        return value(field, found);
    }

    private Clause value(Field field, Operator operator) {
        if (peek("empty") || peek("null")) {
            next++;
            return new Clause.IsEmpty(field, operator == Operator.NOT_EQUAL);
        }
        return new Clause.Compare(field, operator, takeAny("a value").text());
    }

    private Optional<Operator> operator() {
        return Arrays.stream(Operator.values())
                .filter(operator -> take(operator.sign()))
                .findFirst();
    }

    private List<String> list() {
        expect("(");
        List<String> values = new ArrayList<>(List.of(takeAny("a value").text()));
        while (take(",")) {
            values.add(takeAny("a value").text());
        }
        expect(")");
        return List.copyOf(values);
    }

    private List<Clause.Order> orderBy() {
        List<Clause.Order> order = new ArrayList<>();
        if (!take("order")) {
            return order;
        }
        expect("by");
        do {
            Token name = takeAny("a field name");
            Field field = Field.of(name.text())
                    .filter(found -> found.ordered())
                    .orElseThrow(() -> JiraRefusal.query("Not able to sort using field '" + name.text() + "'."));
            boolean descending = take("desc");
            if (!descending) {
                take("asc");
            }
            order.add(new Clause.Order(field, descending));
        } while (take(","));
        if (order.size() > MAX_ORDER) {
            throw JiraRefusal.query("The orderBy clause can contain a maximum of " + MAX_ORDER + " fields.");
        }
        return order;
    }

    private boolean atEnd() {
        return next >= tokens.size();
    }

    private boolean peek(String keyword) {
        return !atEnd() && tokens.get(next).is(keyword);
    }

    private boolean take(String keyword) {
        if (!peek(keyword)) {
            return false;
        }
        next++;
        return true;
    }

    private Token takeAny(String what) {
        boolean sign = !atEnd()
                && !tokens.get(next).quoted()
                && tokens.get(next).text().matches("[=<>!~(),]+");
        if (atEnd() || sign) {
            throw unexpected(what);
        }
        return tokens.get(next++);
    }

    private void expect(String keyword) {
        if (!take(keyword)) {
            throw unexpected("'" + keyword + "'");
        }
    }

    private JiraRefusal unexpected(String expected) {
        if (atEnd()) {
            return JiraRefusal.query("Error in the JQL Query: Expecting " + expected + " before the end of the query.");
        }
        Token got = tokens.get(next);
        return JiraRefusal.query("Error in the JQL Query: Expecting " + expected + " but got '" + got.text()
                + "'. (line 1, character " + got.at() + ")");
    }
}
