package io.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed description of the API is that of the server. {@code -Dsignalbox.openapi.write=true} writes it anew. */
class OpenApiTest {
    private static final Path COMMITTED = Path.of("..", "openapi.json");

    @Test
    void theCommittedDescriptionIsThatOfTheServer() throws Exception {
        String described = pretty(RunningServer.get().body("/v3/api-docs"));
        if (Boolean.getBoolean("signalbox.openapi.write")) {
            Files.writeString(COMMITTED, described);
        }
        assertThat(described)
                .as(
                        "openapi.json differs from the server; mvn -pl server -am test -Dtest=OpenApiTest -Dsignalbox.openapi.write=true")
                .isEqualTo(Files.readString(COMMITTED));
    }

    private static String pretty(String json) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        JsonNode tree = mapper.readTree(json);
        ((ObjectNode) tree).remove("servers");
        Object sorted = mapper.treeToValue(tree, Object.class);
        return mapper.writeValueAsString(sorted) + "\n";
    }
}
