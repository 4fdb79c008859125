package elboroom.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers of charts as comma-separated values (RFC 4180), in full precision. */
public final class Table {
    private Table() {}

    /**
     * Values over their own x.
     *
     * @param name of the column
     * @param x ascending
     * @param y values
     * @param size how many of both count
     */
    record Column(String name, double[] x, double[] y, int size) {}

    /** One row for each x that occurs; a column without a value there has an empty field. */
    static String overX(String xName, List<Column> columns) {
        List<String> header = new ArrayList<>(List.of(xName));
        columns.forEach(column -> header.add(column.name()));
        StringBuilder table = new StringBuilder(line(header));
        int[] next = new int[columns.size()];
        while (true) {
            double x = Double.POSITIVE_INFINITY;
            boolean more = false;
            for (int c = 0; c < next.length; c++) {
                if (next[c] < columns.get(c).size()) {
                    x = Math.min(x, columns.get(c).x()[next[c]]);
                    more = true;
                }
            }
            if (!more) {
                return table.toString();
            }
            List<String> row = new ArrayList<>(List.of(number(x)));
            for (int c = 0; c < next.length; c++) {
                Column column = columns.get(c);
                boolean here = next[c] < column.size() && column.x()[next[c]] == x;
                row.add(here ? number(column.y()[next[c]]) : "");
                next[c] += here ? 1 : 0;
            }
            table.append(line(row));
        }
    }

    /** One line of a file. */
    public static String line(List<String> fields) {
        return fields.stream().map(Table::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A number as other programs read it, without an end that says nothing. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String field(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
