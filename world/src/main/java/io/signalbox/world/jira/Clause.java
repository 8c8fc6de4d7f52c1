package io.signalbox.world.jira;

import java.util.List;

/** A condition of a JQL query. */
sealed interface Clause {
    record And(List<Clause> all) implements Clause {}

    record Or(List<Clause> any) implements Clause {}

    record Not(Clause clause) implements Clause {}

    /** A comparison with one value. */
    record Compare(Field field, Operator operator, String value) implements Clause {}

    record In(Field field, boolean negated, List<String> values) implements Clause {}

    record IsEmpty(Field field, boolean negated) implements Clause {}

    /** Everything: a query without conditions. */
    record All() implements Clause {}

    /** How a field is compared with a value. */
    enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /** @param order the sign of the field's value compared with the given one */
        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }

        boolean ordering() {
            return this != EQUAL && this != NOT_EQUAL;
        }
    }

    /** One term of an ORDER BY. */
    record Order(Field field, boolean descending) {}
}
