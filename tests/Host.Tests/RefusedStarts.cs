using ServiceCrm.Host.Verbs;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>A process that cannot start says why in one line that names the setting, and ends with 1.</summary>
public sealed class RefusedStarts
{
    /// <summary>Each: what stands in the one line, and the arguments that are wrong.</summary>
    private static readonly (string Says, string[] Arguments)[] Wrong =
    [
        ("Database:Provider", ["--Database:Provider", "Oracle"]),
        ("Database:ConnectionString", ["--Database:Provider", "PostgreSql"]),
        ("Database:ConnectionString", ["--Database:Provider", "PostgreSql", "--Database:ConnectionString", "Host=127.0.0.1;Port=1;Database=x;Username=x"]),
        ("Database:ConnectionString", ["--Database:Provider", "PostgreSql", "--Database:ConnectionString", "This is no connection string"]),
        ("Database:ConnectionString", ["--Database:ConnectionString", "Colour=blue"]),
        ("Database:CommandTimeoutSeconds", ["--Database:CommandTimeoutSeconds", "0"]),
        ("Access:MinPasswordLength", ["--Access:MinPasswordLength", "3"]),
        ("Access:RememberDays", ["--Access:RememberDays", "many"]),
        ("Files:MaxBytes", ["--Files:MaxBytes", "1"]),
        ("Tickets:CompanyName", ["--Tickets:CompanyName", ""]),
        ("Privacy:HashKey", ["--Privacy:HashKey", "too short"]),
        ("Privacy:ErasureDelay", ["--Privacy:ErasureDelay", "-01:00:00"]),
        ("Customers:ImportBatch", ["--Customers:ImportBatch=0"]),
        ("GraphQL:AutomaticDocumentBytes", ["--GraphQL:AutomaticDocumentBytes", "-1"]),
        ("GraphQL:Documents", ["--GraphQL:Documents", "/there/is/no/such/folder"]),
        ("Mail:From", ["--Mail:Host", "mail.example.com"]),
        ("Mail:From", ["--Mail:From", "nobody"]),
        ("Mail:Host", ["--Mail:Host", "not a host", "--Mail:From", "crm@example.com"]),
        ("Mail:Security", ["--Mail:Security", "Ssl"]),
        ("Mail:AllowPlainAuth", ["--Mail:Host", "mail.example.com", "--Mail:From", "crm@example.com", "--Mail:Security", "None", "--Mail:UserName", "crm"]),
        ("Mail:TrustedCertificate", ["--Mail:TrustedCertificate", "/there/is/no/such/file.pem"]),
        ("Mail:TimeoutSeconds", ["--Mail:TimeoutSeconds", "0"]),
        ("Logging:Format", ["--Logging:Format", "Xml"]),
        ("Proxy:Trusted", ["--Proxy:Trusted:0", "proxy.example.com"]),
        ("Telemetry:OtlpEndpoint", ["--Telemetry:OtlpEndpoint", "somewhere"]),
        ("Setup:AdminPassword", ["--Setup:AdminEmail", "admin@example.com", "--Setup:AdminPassword", "short"]),
        ("urls", ["--urls", "not a url"]),
        ("--Colour", ["--Colour", "blue"]),
        ("--Database:Pr0vider", ["--Database:Pr0vider", "Sqlite"]),
        ("--Tickets:CompanyName", ["--Tickets:CompanyName"]),
        ("“please”", ["--demo", "please"]),
        ("“start”", ["start"]),
        ("“schema draw”", ["schema", "draw"]),
        ("staff or portal", ["schema", "print", "public"]),
        ("--Colour", ["migrate", "--Colour", "blue"]),
        ("Database:Provider", ["migrate", "--Database:Provider", "Oracle"]),
    ];

    [Fact]
    public async Task A_wrong_setting_is_named_in_one_line_and_nothing_is_made()
    {
        using var folder = new TempFolder();
        foreach (var (says, arguments) in Wrong)
        {
            string[] all = arguments[0].StartsWith('-') ? ["--urls", "http://127.0.0.1:0", "--DataDirectory", folder.File("data"), .. arguments] : arguments;
            await using var errors = new StringWriter();
            var code = await (all[0].StartsWith('-') ? Server.Run(all, errors) : CommandLine.Run(all, errors)).WaitAsync(HostProcess.Limit, TestContext.Current.CancellationToken);
            code.ShouldBe(1, string.Join(' ', arguments));
            OneLine(errors.ToString().TrimEnd('\n'), string.Join(' ', arguments)).ShouldContain(says);
        }

        Directory.Exists(folder.File("data/files")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_is_named()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("file"), "in the way", TestContext.Current.CancellationToken);
        var ended = await HostProcess.Run("--urls", "http://127.0.0.1:0", "--DataDirectory", folder.File("file/data"));
        ended.Code.ShouldBe(1, ended.Errors);
        OneLine(ended.Errors, "data directory").ShouldContain("DataDirectory");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        using var folder = new TempFolder();
        var text = string.Concat(Enumerable.Repeat("This is a diary and no database. ", 100));
        await File.WriteAllTextAsync(folder.File("servicecrm.db"), text, TestContext.Current.CancellationToken);
        var ended = await HostProcess.Run("--urls", "http://127.0.0.1:0", "--DataDirectory", folder.Path);
        ended.Code.ShouldBe(1, ended.Errors);
        OneLine(ended.Errors, "no database").ShouldContain("Database:ConnectionString");
        (await File.ReadAllTextAsync(folder.File("servicecrm.db"), TestContext.Current.CancellationToken)).ShouldBe(text);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var folder = new TempFolder();
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";
        var ended = await HostProcess.Run("--urls", url, "--DataDirectory", folder.Path);
        ended.Code.ShouldBe(1, ended.Errors);
        var said = OneLine(ended.Errors, url);
        said.ShouldContain("urls");
        said.ShouldContain(url);
    }

    private static string OneLine(string errors, string what)
    {
        errors.ShouldNotContain("   at ", Case.Sensitive, what);
        return errors.Split('\n').ShouldHaveSingleItem(what);
    }
}
