package io.signalbox.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void showsMediansBesideTargetsAndFloors() {
        Figure floor = Figure.of("bare", "/s", List.of(2000.0, 1000.0, 4000.0));
        Figure slow = Figure.of("start", "s", List.of(6.0, 5.5, 4.0, 7.0)).against(Figure.Target.atMost(5));
        Figure quick = Figure.of("looks", "/s", List.of(500.0)).over(floor).against(Figure.Target.atLeast(100));

        assertThat(Table.of(List.of(floor, slow, quick))).isEqualTo("""
                        | what  | median  | range         | repeats | target |        | floor of the same run |
                        | ----- | ------- | ------------- | ------- | ------ | ------ | --------------------- |
                        | bare  | 2,000/s | 1,000 – 4,000 | 3       |        |        |                       |
                        | start | 5.75 s  | 4 – 7         | 4       | ≤ 5    | MISSED |                       |
                        | looks | 500/s   | 500 – 500     | 1       | ≥ 100  | met    | bare 2,000/s: 25 %    |
                        """);
    }
}
