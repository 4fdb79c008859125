package elboroom.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.util.function.Function;

/** How configurations are written as JSON, in cards and in the descriptions of runs. */
public final class ModelJson {
    private ModelJson() {}

    /** For records that hold a {@link VaeConfig}: architecture and likelihood are texts; unknown fields are passed over. */
    public static ObjectMapper mapper() {
        return new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .registerModule(asText(Architecture.class, Architecture::parse))
                .registerModule(asText(Likelihood.class, Likelihood::parse));
    }

    /** A type that is written by its {@code toString} and read by {@code parse}. */
    public static <T> SimpleModule asText(Class<T> type, Function<String, T> parse) {
        return new SimpleModule(type.getName())
                .addSerializer(type, new ToStringSerializer())
                .addDeserializer(type, new Text<>(parse));
    }

    private static final class Text<T> extends JsonDeserializer<T> {
        private final transient Function<String, T> parse;

        Text(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parse.apply(parser.getText());
        }
    }
}
