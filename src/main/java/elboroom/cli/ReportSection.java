package elboroom.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one measure adds to an evaluation's report.
 *
 * @param json keys and values for the JSON form, in order
 * @param lines of the table for people
 */
record ReportSection(Map<String, @Nullable Object> json, List<String> lines) {}
