package io.signalbox.world.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.world.OpenWorld;
import io.signalbox.world.OpenWorld.Answer;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Vendor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class JiraTest {
    @TempDir
    Path folder;

    private OpenWorld open;
    private Jira jira;
    private JiraConsole kim;

    @BeforeEach
    void reportSomeBugs() {
        open = OpenWorld.in(folder);
        jira = open.world().jira();
        kim = jira.console("Kim");
        String blocker = kim.createBug("AND", "Crash at start");
        kim.setFixVersions(blocker, "8.9.1", "8.9.2");
        kim.setPriority(blocker, Priority.HIGHEST);
        kim.setLabels(blocker, "release-blocker");
        kim.createBug("AND", "Typo");
        String done = kim.createBug("IOS", "Old crash");
        kim.setFixVersions(done, "8.9.1");
        kim.startProgress(done);
        kim.close(done);
        open.pass(Duration.ofHours(2));
        String recent = kim.createBug("IOS", "Slow");
        kim.setPriority(recent, Priority.LOW);
        open.pass(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            project = AND AND fixVersion = "8.9.1" AND statusCategory != Done | AND-1
            project in (AND, IOS) ORDER BY key                                | AND-1,AND-2,IOS-1,IOS-2
            project in (AND, IOS) ORDER BY project DESC                       | !Not able to sort using field 'project'.
            fixVersion is EMPTY order by created desc, key asc                | IOS-2,AND-2
            fixVersion is not empty ORDER BY key DESC                         | IOS-1,AND-1
            fixVersion != "8.9.2"                                             | IOS-1
            fixVersion not in ("8.9.2")                                       | IOS-1
            labels = release-blocker OR (project = IOS AND status = "Done")   | IOS-1,AND-1
            NOT (project = AND)                                               | IOS-2,IOS-1
            priority >= High                                                  | AND-1
            priority is EMPTY ORDER BY key                                    | AND-2,IOS-1
            key = AND-2                                                       | AND-2
            key > AND-1 AND issuetype = Bug                                   | AND-2
            status in ("To Do", "In Progress") ORDER BY priority DESC, key    | AND-1,IOS-2,AND-2
            created >= -1h                                                    | IOS-2
            created < "2024-09-20 10:00" ORDER BY key                         | AND-1,AND-2,IOS-1
            updated > 2024-09-20 AND type = bug ORDER BY updated DESC         | IOS-2,IOS-1,AND-2,AND-1
            colour = red                                                      | !Field 'colour' does not exist
            project = XYZ                                                     | !The value 'XYZ' does not exist for the field 'project'.
            fixVersion = "9.9.9"                                              | !The value '9.9.9' does not exist for the field 'fixVersion'.
            key = AND-77                                                      | !An issue with key 'AND-77' does not exist
            labels > a                                                        | !The operator '>' is not supported by the 'labels' field.
            project = AND AND                                                 | !Expecting a field name before the end
            project AND                                                       | !Expecting operator.
            created > tomorrow                                                | !Date value 'tomorrow' for field 'created' is invalid.
            order by key                                                      | !Unbounded JQL queries are not allowed here.
            """)
    void queriesFindWhatJiraFindsAndAreRefusedAsJiraRefuses(String jql, String expected) {
        Answer answer = search(jql, "&fields=key");

        if (expected.startsWith("!")) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().path("errorMessages").get(0).asString()).contains(expected.substring(1));
        } else {
            assertThat(keys(answer)).as(answer.text()).containsExactly(expected.split(","));
        }
    }

    @Test
    void theSearchSeesAnIssueOnlyWhenTheIndexHasCaughtUpUnlessItIsReconciled() {
        String key = kim.createBug("AND", "New");
        JsonNode issue = get("/rest/api/3/issue/" + key).json();
        assertThat(issue.path("fields").path("summary").asString()).isEqualTo("New");

        assertThat(keys(search("project = AND", "&fields=key"))).doesNotContain(key);
        assertThat(keys(search(
                        "project = AND",
                        "&fields=key&reconcileIssues=" + issue.path("id").asString())))
                .contains(key);
        open.pass(Duration.ofSeconds(20));
        assertThat(keys(search("project = AND", "&fields=key"))).contains(key);
    }

    @Test
    void aClosedIssueIsStillFoundOpenUntilTheIndexHasCaughtUp() {
        kim.close("AND-1");

        assertThat(keys(search("project = AND AND statusCategory != Done", "&fields=key")))
                .contains("AND-1");
        assertThat(keys(search("project = AND AND statusCategory != Done", "&fields=key&reconcileIssues=10000")))
                .doesNotContain("AND-1");
    }

    @Test
    void pagesAreWalkedByTokenAndThereIsNoTotal() {
        JsonNode first = search("project in (AND, IOS) order by key", "&maxResults=3&fields=key")
                .json();
        String token = first.path("nextPageToken").asString();
        JsonNode last = search("project in (AND, IOS) order by key", "&maxResults=3&fields=key&nextPageToken=" + token)
                .json();

        assertThat(first.path("isLast").asBoolean()).isFalse();
        assertThat(first.has("total")).isFalse();
        assertThat(last.path("isLast").asBoolean()).isTrue();
        assertThat(last.has("nextPageToken")).isFalse();
        assertThat(last.path("issues").get(0).path("key").asString()).isEqualTo("IOS-2");
        assertThat(search("project = IOS", "&nextPageToken=" + token).status()).isEqualTo(400);
    }

    @Test
    void aRepeatedPageHidesIssues() {
        open.world().faults().add(FaultRule.on(Vendor.JIRA, new Fault.Pages(Call.PageShift.REPEAT)));
        JsonNode first = search("project in (AND, IOS) order by key", "&maxResults=2&fields=key")
                .json();

        Answer second = search(
                "project in (AND, IOS) order by key",
                "&maxResults=2&fields=key&nextPageToken="
                        + first.path("nextPageToken").asString());

        assertThat(keys(second)).containsExactly("AND-1", "AND-2");
    }

    @Test
    void onlyIdsComeWithoutFieldsAndEverythingWithAll() {
        JsonNode bare = search("key = AND-1", "").json().path("issues").get(0);
        JsonNode all = search("key = AND-1", "&fields=*all,-summary")
                .json()
                .path("issues")
                .get(0);

        assertThat(bare.propertyNames()).containsExactly("id");
        assertThat(all.path("fields").has("summary")).isFalse();
        assertThat(all.path("fields")
                        .path("fixVersions")
                        .valueStream()
                        .map(version -> version.path("name").asString()))
                .containsExactly("8.9.1", "8.9.2");
        assertThat(all.path("fields").path("created").asString()).isEqualTo("2024-09-20T09:00:00.000+0200");
        assertThat(all.path("fields")
                        .path("status")
                        .path("statusCategory")
                        .path("key")
                        .asString())
                .isEqualTo("new");
    }

    @Test
    void aSearchCanBePosted() {
        ObjectNode body = Json.object().put("jql", "project = AND order by key").put("maxResults", 1);
        body.putArray("fields").add("summary");

        Answer answer = open.robot(Vendor.JIRA, "POST", "/rest/api/3/search/jql")
                .json(body)
                .send();

        assertThat(keys(answer)).containsExactly("AND-1");
        assertThat(answer.json().path("isLast").asBoolean()).isFalse();
    }

    @Test
    void anIssueIsCreatedOnceForEveryRequestThatTookEffect() {
        Answer created = create("Crash in Sweden");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("key").asString()).isEqualTo("AND-3");
        Detail.IssueChanged logged =
                open.world().log().details(Detail.IssueChanged.class).getLast();
        assertThat(logged.values()).containsEntry("labels", "automatic").containsEntry("priority", "High");
        assertThat(logged.by())
                .isInstanceOfSatisfying(
                        Actor.Api.class, by -> assertThat(by.credential()).isEqualTo("robot"));
    }

    @Test
    void everyFaultOfANewIssueIsNamed() {
        ObjectNode body = Json.object();
        ObjectNode fields =
                body.putObject("fields").put("description", "plain text").put("colour", "red");
        fields.putObject("project").put("key", "XYZ");
        fields.putObject("priority").put("name", "Urgent");
        fields.putArray("labels").add("two words");
        fields.putArray("fixVersions").addObject().put("name", "9.9.9");

        Answer refused =
                open.robot(Vendor.JIRA, "POST", "/rest/api/3/issue").json(body).send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").propertyNames())
                .containsExactlyInAnyOrder(
                        "project",
                        "issuetype",
                        "summary",
                        "description",
                        "priority",
                        "labels",
                        "fixVersions",
                        "colour");
    }

    @Test
    void theOldSearchIsGoneAndStrangersAreRefused() {
        assertThat(get("/rest/api/3/search?jql=project%3DAND").status()).isEqualTo(410);
        assertThat(get("/rest/api/3/issue/AND-77").status()).isEqualTo(404);
        assertThat(open.request(Vendor.JIRA, "GET", "/rest/api/3/issue/AND-1")
                        .basic("a@example.com", "x")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatAPersonSetsToTheSameValueIsLoggedAsNoChange() {
        long before = open.world().log().entries().size();

        kim.setLabels("AND-1", "release-blocker");
        kim.reopen("AND-1");

        assertThat(open.world().log().after(before))
                .allMatch(entry -> entry.detail() instanceof Detail.NoChange)
                .hasSize(2);
        assertThat(jira.openIssues()).containsExactly("AND-1", "AND-2", "IOS-2");
    }

    private Answer create(String summary) {
        ObjectNode body = Json.object();
        ObjectNode fields = body.putObject("fields").put("summary", summary);
        fields.putObject("project").put("key", "AND");
        fields.putObject("issuetype").put("name", "Bug");
        fields.putObject("priority").put("name", "High");
        fields.putArray("labels").add("automatic");
        fields.putArray("fixVersions").addObject().put("name", "8.9.1");
        fields.putObject("description").put("type", "doc").put("version", 1).putArray("content");
        return open.robot(Vendor.JIRA, "POST", "/rest/api/3/issue").json(body).send();
    }

    private Answer search(String jql, String more) {
        return get("/rest/api/3/search/jql?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8) + more);
    }

    private Answer get(String path) {
        return open.robot(Vendor.JIRA, "GET", path).send();
    }

    private static List<String> keys(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .path("issues")
                .valueStream()
                .map(issue -> issue.path("key").asString())
                .toList();
    }
}
