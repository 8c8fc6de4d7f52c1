package io.signalbox.server;

import com.fasterxml.jackson.databind.JavaType;
import io.signalbox.engine.board.Board;
import io.signalbox.server.api.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * What the description of the API says beyond what can be read off the code: record components that are always there, path and
 * headers of commands, problems. Only tests know of it; the server itself carries no description at run time.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
    private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/(\\w+)");
    private static final String PROBLEM = "Problem";

    @Bean
    ModelConverter records() {
        return new Records();
    }

    @Bean
    GlobalOpenApiCustomizer completed() {
        return api -> {
            api.info(new Info()
                    .title("Signalbox")
                    .version("1")
                    .description("Reads, commands and notices. Instants are UTC; lists are sorted and bounded.")
                    .license(new License().name("Apache-2.0")));
            add(api, Board.class);
            add(api, Problem.class);
            api.getPaths().forEach((path, item) -> item.readOperations().forEach(o -> complete(path, o)));
            dropUnused(api);
        };
    }

    private static void add(OpenAPI api, Class<?> type) {
        ModelConverters.getInstance(true).readAll(type).forEach(api.getComponents()::addSchemas);
    }

    /** What no operation leads to was only read off parameters that are no part of the API. */
    private static void dropUnused(OpenAPI api) {
        Set<String> used = new TreeSet<>();
        collect(Json31.pretty(api.getPaths()), api, used);
        api.getComponents().getSchemas().keySet().retainAll(used);
    }

    private static void collect(String text, OpenAPI api, Set<String> used) {
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (used.add(name)) {
                collect(Json31.pretty(api.getComponents().getSchemas().get(name)), api, used);
            }
        }
    }

    private static void complete(String path, Operation operation) {
        List<Parameter> parameters = new ArrayList<>();
        Matcher matcher = IN_PATH.matcher(path);
        while (matcher.find()) {
            parameters.add(new Parameter()
                    .in("path")
                    .name(matcher.group(1))
                    .required(true)
                    .schema(new StringSchema()));
        }
        boolean command = operation.getResponses().toString().contains("Accepted");
        if (command) {
            parameters.add(
                    header("Idempotency-Key", true, "Unique for this command for ever; a repeat changes nothing."));
            parameters.add(header("If-Match", false, "The ETag of the page that was read. Stops ignore it."));
        } else {
            Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                    .filter(p -> p.getIn().equals("query") || p.getIn().equals("header"))
                    .forEach(parameters::add);
        }
        operation.setParameters(parameters);
        operation.setTags(null);
        operation.setResponses(responses(path, operation, command));
    }

    private static Parameter header(String name, boolean required, String what) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(required)
                .description(what)
                .schema(new StringSchema());
    }

    private static ApiResponses responses(String path, Operation operation, boolean command) {
        ApiResponse good =
                Optional.ofNullable(operation.getResponses().get("200")).orElseGet(ApiResponse::new);
        if (path.endsWith("/board")) {
            good = new ApiResponse().description("OK").content(json(new Schema<>().$ref("#/components/schemas/Board")));
        } else if (path.endsWith("/events")) {
            good = new ApiResponse()
                    .description("Server-sent events \"board\" with app and revision.")
                    .content(new Content()
                            .addMediaType("text/event-stream", new MediaType().schema(new StringSchema())));
        } else if (good.getContent() != null) {
            good.setContent(json(good.getContent().values().iterator().next().getSchema()));
        }
        ApiResponse bad = new ApiResponse()
                .description("A problem (RFC 9457).")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        return new ApiResponses().addApiResponse(command ? "202" : "200", good).addApiResponse("default", bad);
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    /** A nested record is named with those around it; what is not optional is required. */
    private static final class Records implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            Class<?> raw = raw(type);
            if (raw != null && raw.isRecord()) {
                type.name(name(raw));
            }
            Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
            if (raw != null && raw.isRecord() && schema != null) {
                Schema<?> defined = context.getDefinedModels().get(name(raw));
                require(defined == null ? schema : defined, raw);
            }
            return schema;
        }

        private static @Nullable Class<?> raw(AnnotatedType type) {
            return switch (type.getType()) {
                case Class<?> c -> c;
                case JavaType java -> java.getRawClass();
                case ParameterizedType parameterized when parameterized.getRawType() instanceof Class<?> c -> c;
                case null, default -> null;
            };
        }

        private static String name(Class<?> type) {
            String outer = type.getEnclosingClass() == null
                    ? ""
                    : type.getEnclosingClass().getSimpleName();
            boolean bare = Set.of("", "Bodies", "Desk", "AppsApi", "ServerApi").contains(outer);
            String own = type.getSimpleName();
            return outer.equals("Bodies") ? own + "Body" : bare ? own : name(type.getEnclosingClass()) + own;
        }

        private static void require(Schema<?> schema, Class<?> type) {
            schema.setRequired(Arrays.stream(type.getRecordComponents())
                    .filter(c -> !c.getType().equals(Optional.class))
                    .map(RecordComponent::getName)
                    .sorted()
                    .toList());
        }
    }
}
