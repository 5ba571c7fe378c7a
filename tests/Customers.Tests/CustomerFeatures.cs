using System.Net;
using System.Text;
using System.Text.Json;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;
using Shouldly;

namespace ServiceCrm.Customers.Tests;

/// <summary>What a front end does with customers, through GraphQL on the real server.</summary>
public sealed class CustomerFeatures
{
    private const string Create = "mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id version displayName } errors { __typename message code path } } }";
    private const string Import = "import { id state encoding delimiter totalRows createdRows refusedRows refusedRowsUrl problemCount canUndo undoneRows columns { index header target suggestedTarget suggestedType } }";

    [Fact]
    public async Task A_customer_is_created_read_changed_and_deleted()
    {
        await using var server = await TestServer.Start();
        var agent = await server.As(Roles.Manager);
        string[] tags = ["VIP"];
        await agent.Mutate("mutation { createCustomField(input: { label: \"Contract\", type: CHOICE, choices: [\"Basic\", \"Plus\"] }) { customField { key } errors { message } } }");
        var id = (await agent.Mutate(Create, new
        {
            input = new
            {
                givenName = "Ada", familyName = "Byron", emails = new[] { new { address = "ada@Example.com", type = "HOME" } }, phones = new[] { new { number = "+44 20 7946 0001" } }, tags,
                preferredContactMethod = "WHATSAPP", language = "en-GB", timeZone = "Europe/London", address = new { city = "London" }, customValues = new[] { new { key = "contract", value = "plus" } },
            },
        })).GetProperty("customer").GetProperty("id").GetString();
        var page = await agent.Query(
            """
            query($id: ID!) { customer(id: $id) { version kind displayName name emails { address type primary } phones { number type } primaryEmail preferredContactMethod language timeZone
              address { city } tags customValues { field { key label type } value } owner { id } orderCount revenue { amountMinor currency } lastContactAt
              timeline(first: 5) { nodes { id kind title actor { name } } totalCount } notes(first: 5) { nodes { body } } orders(first: 5) { nodes { number } } } }
            """,
            new { id });
        var ada = page.GetProperty("customer");
        ada.GetProperty("displayName").GetString().ShouldBe("Ada Byron");
        ada.GetProperty("emails")[0].ToString().ShouldBe("{\"address\":\"ada@example.com\",\"type\":\"HOME\",\"primary\":true}");
        ada.GetProperty("customValues")[0].GetProperty("value").GetString().ShouldBe("Plus");
        ada.GetProperty("timeline").GetProperty("nodes")[0].GetProperty("kind").GetString().ShouldBe("CUSTOMER_CREATED");

        var changed = await agent.Mutate(
            "mutation($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { version givenName familyName language emails { address } } errors { message } } }",
            new { input = new { customerId = id, expectedVersion = 1, language = (string?)null, emails = new[] { new { address = "new@example.com" } } } });
        changed.GetProperty("customer").ToString().ShouldBe("{\"version\":2,\"givenName\":\"Ada\",\"familyName\":\"Byron\",\"language\":null,\"emails\":[{\"address\":\"new@example.com\"}]}");
        var conflict = await agent.Refused(
            "mutation($input: UpdateCustomerInput!) { updateCustomer(input: $input) { errors { __typename code ... on ConflictError { currentVersion } } } }",
            new { input = new { customerId = id, expectedVersion = 1, name = "X" } });
        conflict.ToString().ShouldBe("{\"__typename\":\"ConflictError\",\"code\":\"CONFLICT\",\"currentVersion\":2}");
        (await agent.Mutate("mutation($input: DeleteCustomerInput!) { deleteCustomer(input: $input) { deletedCustomerId errors { message } } }", new { input = new { customerId = id } })).GetProperty("deletedCustomerId").GetString().ShouldBe(id);
        (await agent.Query("query($id: ID!) { customer(id: $id) { id } }", new { id })).GetProperty("customer").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Twins_are_warned_of_and_can_be_created_on_purpose()
    {
        await using var server = await TestServer.Start();
        var agent = await server.As(Roles.Agent);
        await agent.Mutate(Create, new { input = new { name = "Zoë Weiß" } });
        var refused = await agent.Refused(Create, new { input = new { name = "ZOE WEISS" } });
        (refused.GetProperty("__typename").GetString(), refused.GetProperty("code").GetString()).ShouldBe(("RuleBrokenError", "POSSIBLE_DUPLICATE"));
        var found = await agent.Query("{ possibleDuplicates(input: { name: \"zoe weiss\", emails: [\"half@\"] }) { displayName } }");
        found.GetProperty("possibleDuplicates")[0].GetProperty("displayName").GetString().ShouldBe("Zoë Weiß");
        await agent.Mutate(Create, new { input = new { name = "Zoë Weiß", allowDuplicate = true } });
    }

    [Fact]
    public async Task All_wrong_fields_are_named_at_once()
    {
        await using var server = await TestServer.Start();
        var agent = await server.As(Roles.Agent);
        var answer = await agent.Query(Create, new { input = new { name = new string('x', 300), emails = new[] { new { address = "nonsense" } }, timeZone = "Mars/Base", language = "?" } });
        var paths = answer.GetProperty("createCustomer").GetProperty("errors").EnumerateArray().Select(e => string.Join('.', e.GetProperty("path").EnumerateArray().Select(p => p.GetString()))).ToList();
        paths.Select(p => p.Replace("input.", "", StringComparison.Ordinal)).ShouldBe(["name", "emails.0.address", "language", "timeZone"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_analyst_reads_but_does_not_write()
    {
        await using var server = await TestServer.Start();
        var analyst = await server.As(Roles.Analyst);
        (await analyst.Query("{ customers { totalCount } }")).GetProperty("customers").GetProperty("totalCount").GetInt32().ShouldBe(0);
        (await analyst.Send(Create, new { input = new { name = "X" } })).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("NOT_ALLOWED");
        (await server.AsNobody().Send("{ customers { totalCount } }")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("NOT_SIGNED_IN");
    }

    [Fact]
    public async Task A_file_is_uploaded_mapped_checked_imported_and_undone()
    {
        await using var server = await TestServer.Start();
        var agent = await server.As(Roles.Manager);
        var fileId = await agent.Upload("kunden.csv", Encoding.Latin1.GetBytes("Kundennummer;Name;E-Mail;Vertrag\n1;Jürgen;j@example.com;Gold\n2;Ute;keine;Silber\n"), "text/csv", "/files?purpose=import");
        var import = (await agent.Mutate($"mutation($input: CreateImportInput!) {{ createImport(input: $input) {{ {Import} errors {{ message }} }} }}", new { input = new { fileId } })).GetProperty("import");
        var importId = import.GetProperty("id").GetString();
        (import.GetProperty("state").GetString(), import.GetProperty("delimiter").GetString(), import.GetProperty("encoding").GetString()).ShouldBe(("UPLOADED", ";", "windows-1252"));
        var mappings = import.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("suggestedTarget").GetString() is { } target
            ? (object)new { column = c.GetProperty("index").GetInt32(), target }
            : new { column = c.GetProperty("index").GetInt32(), newField = new { label = c.GetProperty("header").GetString(), type = "TEXT" } });
        await agent.Mutate($"mutation($input: ConfigureImportInput!) {{ configureImport(input: $input) {{ {Import} errors {{ message }} }} }}", new { input = new { importId, existing = "UPDATE", mappings } });

        var done = await Act(agent, "checkImport", importId, "CHECKED");
        (done.GetProperty("createdRows").GetInt32(), done.GetProperty("refusedRows").GetInt32()).ShouldBe((1, 1));
        done = await Act(agent, "runImport", importId, "DONE");
        (done.GetProperty("createdRows").GetInt32(), done.GetProperty("refusedRows").GetInt32()).ShouldBe((1, 1));
        var problems = await agent.Query("query($id: ID!) { import(id: $id) { problems { nodes { row column value message code } totalCount } } }", new { id = importId });
        problems.GetProperty("import").GetProperty("problems").GetProperty("nodes")[0].GetProperty("row").GetInt32().ShouldBe(3);
        var url = new Uri(done.GetProperty("refusedRowsUrl").GetString()!, UriKind.Relative);
        (await agent.Http.GetStringAsync(url)).ShouldContain("2;Ute;keine;Silber;");
        using var analyst = await (await server.As(Roles.Analyst)).Http.GetAsync(url);
        analyst.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = await server.AsNobody().Http.GetAsync(url);
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await agent.Query("query($id: ID!) { customers(filter: { importId: $id }) { nodes { displayName customValues { value } } totalCount } }", new { id = importId })).GetProperty("customers").GetProperty("nodes")[0].GetProperty("displayName").GetString().ShouldBe("Jürgen");
        (await Act(agent, "undoImport", importId, "UNDONE")).GetProperty("undoneRows").GetInt32().ShouldBe(1);
        (await agent.Query("{ customers { totalCount } }")).GetProperty("customers").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_upload_is_refused_with_words_and_leaves_no_import()
    {
        await using var server = await TestServer.Start();
        var agent = await server.As(Roles.Manager);
        var fileId = await agent.Upload("customers.xlsx", [(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0], "text/csv", "/files?purpose=import");
        var refused = await agent.Refused($"mutation($input: CreateImportInput!) {{ createImport(input: $input) {{ {Import} errors {{ message path }} }} }}", new { input = new { fileId } });
        refused.GetProperty("message").GetString()!.ShouldContain("Excel");
        (await agent.Query("{ imports { totalCount } }")).GetProperty("imports").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    private static readonly string[] NewChoices = ["Basic", "Pro"];

    [Fact]
    public async Task An_archived_field_is_gone_from_sight_and_comes_back_with_its_values()
    {
        await using var server = await TestServer.Start();
        var manager = await server.As(Roles.Manager);
        const string update = "mutation($input: UpdateCustomFieldInput!) { updateCustomField(input: $input) { customField { label choices archivedAt version } errors { code message path } } }";
        var field = (await manager.Mutate("mutation { createCustomField(input: { label: \"Contract\", type: CHOICE, choices: [\"Basic\", \"Plus\"] }) { customField { id version } errors { message } } }")).GetProperty("customField");
        var customFieldId = field.GetProperty("id").GetString();
        var id = (await manager.Mutate(Create, new { input = new { name = "Ada", customValues = new[] { new { key = "contract", value = "Plus" } } } })).GetProperty("customer").GetProperty("id").GetString();
        async Task<JsonElement> Values() => (await manager.Query("query($id: ID!) { customer(id: $id) { customValues { field { label } value } } customFields { label } }", new { id }));

        var renamed = await manager.Mutate(update, new { input = new { customFieldId, label = "Plan", choices = NewChoices, expectedVersion = field.GetProperty("version").GetInt64() } });
        renamed.GetProperty("customField").GetProperty("choices").GetArrayLength().ShouldBe(2);
        (await Values()).GetProperty("customer").GetProperty("customValues").ToString().ShouldBe("""[{"field":{"label":"Plan"},"value":"Plus"}]""");

        await manager.Mutate(update, new { input = new { customFieldId, archived = true } });
        var hidden = await Values();
        hidden.GetProperty("customFields").GetArrayLength().ShouldBe(0);
        hidden.GetProperty("customer").GetProperty("customValues").GetArrayLength().ShouldBe(0);
        (await manager.Query(Create, new { input = new { name = "Bob", customValues = new[] { new { key = "contract", value = "Pro" } } } })).GetProperty("createCustomer").GetProperty("errors").GetArrayLength().ShouldBe(1);
        (await manager.Query("mutation { createCustomField(input: { label: \"plan\" }) { errors { message } } }")).ToString().ShouldContain("can be restored");

        await manager.Mutate(update, new { input = new { customFieldId, archived = false } });
        (await Values()).GetProperty("customer").GetProperty("customValues").ToString().ShouldBe("""[{"field":{"label":"Plan"},"value":"Plus"}]""");
        (await manager.Query(update, new { input = new { customFieldId, label = " " } })).ToString().ShouldContain("label");
        (await (await server.As(Roles.Agent)).Send(update, new { input = new { customFieldId, archived = true } })).ToString().ShouldContain("NOT_ALLOWED");
    }

    [Fact]
    public async Task The_customer_page_needs_at_most_six_statements()
    {
        await using var server = await TestServer.Start();
        var agent = await server.As(Roles.Manager);
        var me = (await agent.Query("{ viewer { id } }")).GetProperty("viewer").GetProperty("id").GetString();
        var id = (await agent.Mutate(Create, new { input = new { name = "Ada", ownerId = me, emails = new[] { new { address = "ada@example.com" } } } })).GetProperty("customer").GetProperty("id").GetString();
        await agent.Mutate("mutation($input: AddCustomerNoteInput!) { addCustomerNote(input: $input) { customerNote { body } errors { message } } }", new { input = new { customerId = id, body = "Likes engines.\nVery much." } });
        const string page = """
            query($id: ID!) { customer(id: $id) { displayName emails { address } phones { number } customValues { field { label } value } owner { name } company { displayName }
              notes(first: 20) { nodes { body author { name } } } orders(first: 20) { nodes { number total { amountMinor } } } timeline(first: 20) { nodes { kind title actor { name } } } } }
            """;
        await agent.Query(page, new { id });
        server.Sql.Reset();
        await agent.Query(page, new { id });
        server.Sql.Statements.Count.ShouldBeInRange(1, 6, string.Join("\n\n", server.Sql.Statements));
    }

    [Fact]
    public async Task A_list_fetches_only_the_columns_that_are_asked()
    {
        await using var server = await TestServer.Start();
        var agent = await server.As(Roles.Manager);
        await agent.Mutate(Create, new { input = new { name = "Ada", emails = new[] { new { address = "ada@example.com" } } } });
        async Task<string> Sql(string fields)
        {
            server.Sql.Reset();
            (await agent.Query($"{{ customers {{ {fields} }} }}")).ToString().ShouldContain("Ada");
            return string.Join("\n", server.Sql.Statements.Where(s => s.Contains("FROM \"customers_customers\"", StringComparison.Ordinal)));
        }

        var narrow = await Sql("nodes { id displayName }");
        narrow.ShouldNotContain("JOIN");
        narrow.ShouldNotContain("\"tags\"");
        var (sorted, tagged, whole) = (await Sql("edges { cursor node { displayName } }"), await Sql("nodes { displayName tags }"), await Sql("nodes { displayName emails { address } }"));
        sorted.ShouldNotContain("JOIN");
        tagged.ShouldContain("\"tags\"");
        whole.ShouldContain("JOIN");
    }

    /// <summary>Starts an action and waits for the worker as a client does: by asking until the state is there.</summary>
    private static async Task<JsonElement> Act(GraphQLClient client, string action, string? importId, string state)
    {
        await client.Mutate($"mutation($input: ImportActionInput!) {{ {action}(input: $input) {{ import {{ state }} errors {{ message }} }} }}", new { input = new { importId } });
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var i = 0; i < 400; i++)
        {
            var import = (await client.Query($"query($id: ID!) {{ {Import.Replace("import {", "import(id: $id) {", StringComparison.Ordinal)} }}", new { id = importId })).GetProperty("import");
            if (import.GetProperty("state").GetString() == state)
            {
                return import;
            }

            await tick.WaitForNextTickAsync(Crm.Ct);
        }

        throw new TimeoutException($"The import did not become {state}.");
    }
}
