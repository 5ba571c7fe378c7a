using ServiceCrm.GraphQL.Types;
using ServiceCrm.Host.Verbs;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>The verbs and first starts, as scripts and people use them.</summary>
public sealed class ChildVerbs
{
    [Fact]
    public async Task Migrate_makes_the_schema_and_an_empty_installation_then_prints_its_set_up_link()
    {
        using var folder = new TempFolder();
        var migrated = await HostProcess.Run("migrate", "--DataDirectory", folder.Path);
        migrated.Code.ShouldBe(0, migrated.Errors);
        await using var server = HostProcess.Launch("--urls", "http://127.0.0.1:0", "--DataDirectory", folder.Path);
        var url = await server.Ready();
        var line = await server.Line(said => said.Contains("Nobody can sign in yet", StringComparison.Ordinal));
        line.ShouldContain($"{url.ToString().TrimEnd('/')}/setup?token=");
        server.Terminate();
        (await server.Exit()).ShouldBe(0, server.Said);
    }

    [Fact]
    public async Task The_demo_company_is_written_once_and_never_over_anything_else()
    {
        using var folder = new TempFolder();
        var first = await HostProcess.Run("demo", "--DataDirectory", folder.Path);
        first.Code.ShouldBe(0, first.Errors);
        using var database = new DatabaseOnDisk(folder.Path);
        var tickets = await database.Count("SELECT count(*) FROM tickets_tickets");
        tickets.ShouldBeGreaterThan(0);
        await using (var server = HostProcess.Launch("--demo", "--urls", "http://127.0.0.1:0", "--DataDirectory", folder.Path))
        {
            await server.Ready();
            await server.Line(said => said.Contains("ada@demo.example.com", StringComparison.Ordinal));
        }

        (await database.Count("SELECT count(*) FROM tickets_tickets")).ShouldBe(tickets);
    }

    [Fact]
    public async Task Demo_is_refused_on_a_database_that_holds_something_else()
    {
        using var folder = new TempFolder();
        await using (var server = HostProcess.Server(folder.Path))
        {
            var url = await server.Ready();
            using var admin = new GraphQLClient(url);
            await admin.SignIn(TestServer.AdminEmail, TestServer.Password);
        }

        foreach (string[] arguments in new string[][] { ["--demo", "--urls", "http://127.0.0.1:0"], ["demo"] })
        {
            var ended = await HostProcess.Run([.. arguments, "--DataDirectory", folder.Path]);
            ended.Code.ShouldBe(1, ended.Output);
            ended.Errors.Split('\n').ShouldHaveSingleItem().ShouldContain("--DataDirectory demo-data");
        }

        using var database = new DatabaseOnDisk(folder.Path);
        (await database.Count("SELECT count(*) FROM access_users")).ShouldBe(1);
    }

    [Theory]
    [InlineData("staff", "createTicket")]
    [InlineData("portal", "submitRequest")]
    public async Task Schema_print_writes_nothing_but_the_schema(string name, string mutation)
    {
        using var elsewhere = new TempFolder();
        var printed = await HostProcess.Run("schema", "print", name);
        printed.Code.ShouldBe(0, printed.Errors);
        printed.Errors.ShouldBeEmpty();
        printed.Output.ShouldContain($"{mutation}(input:");
        SdlReader.Read(printed.Output).Build().QueryType?.Name.ShouldBe("Query");
    }

    [Fact]
    public async Task Import_refuses_what_it_cannot_read_and_changes_no_customer()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("good.csv"), "Name,Email\nAda Byron,ada@example.com\n", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder.File("picture.csv"), [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 2, 3], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("empty.csv"), "", TestContext.Current.CancellationToken);
        foreach (var (code, arguments) in new (int, string[])[]
        {
            (1, ["missing.csv"]), (1, ["picture.csv"]), (1, ["empty.csv"]), (1, ["good.csv", "--map", "Surname=name"]), (1, ["good.csv", "--map", "Name=shoeSize"]),
            (2, ["good.csv", "--existing", "perhaps"]), (2, ["good.csv", "--colour", "blue"]), (2, []),
        })
        {
            string[] file = arguments.Length > 0 ? [folder.File(arguments[0])] : [];
            await using var errors = new StringWriter();
            (await CommandLine.Run(["import", "customers", .. file, .. arguments.Skip(1), "--DataDirectory", folder.File("data")], errors)).ShouldBe(code, $"{string.Join(' ', arguments)}: {errors}");
            errors.ToString().ShouldNotContain("   at ", Case.Sensitive, string.Join(' ', arguments));
        }

        using var database = new DatabaseOnDisk(folder.File("data"));
        (await database.Count("SELECT count(*) FROM customers_customers")).ShouldBe(0);
        (await database.Count("SELECT count(*) FROM customers_custom_fields")).ShouldBe(0);
    }

    [Fact]
    public async Task Import_works_beside_a_server_that_is_being_used()
    {
        using var folder = new TempFolder();
        var file = folder.File("people.csv");
        await File.WriteAllLinesAsync(file, ["Name,Email", .. Enumerable.Range(0, 300).Select(i => $"Person {i},person{i}@example.com")], TestContext.Current.CancellationToken);
        await using var server = HostProcess.Server(folder.Path);
        var url = await server.Ready();
        using var admin = new GraphQLClient(url);
        await admin.SignIn(TestServer.AdminEmail, TestServer.Password);
        var import = HostProcess.Run("import", "customers", file, "--map", "Name=name,Email=email", "--DataDirectory", folder.Path);
        const int written = 20;
        for (var i = 0; i < written; i++)
        {
            await admin.Ticket($"meanwhile {i}");
        }

        var ended = await import;
        ended.Code.ShouldBe(0, ended.Output + ended.Errors);
        ended.Output.ShouldContain("300 created");
        using var database = new DatabaseOnDisk(folder.Path);
        (await database.Count("SELECT count(*) FROM customers_customers WHERE display_name LIKE 'Person %'")).ShouldBe(300);
        (await database.Count("SELECT count(*) FROM tickets_tickets")).ShouldBe(written);
    }
}
