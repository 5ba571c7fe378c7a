using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using Shouldly;

namespace ServiceCrm.Customers.Tests;

public sealed class ImportTests
{
    [Fact]
    public async Task An_import_creates_customers_with_everything_that_goes_with_them()
    {
        await using var crm = await Crm.Start();
        var import = await crm.Imported("Customer ID,Name,Email,Phone,City,Contract\n7,Zoë Ångström,zoe@example.com,+46 8 123,Malmö,Plus\n", ExistingRows.Skip,
            ("Customer ID", "externalId"), ("Name", "name"), ("Email", "email"), ("Phone", "phone.mobile"), ("City", "address.city"), ("Contract", "new:Text"));

        import.State.ShouldBe(ImportState.Done);
        (import.CreatedRows, import.RefusedRows, import.ProcessedRows).ShouldBe((1, 0, 1));
        var customer = (await crm.Customers()).ShouldHaveSingleItem();
        customer.DisplayName.ShouldBe("Zoë Ångström");
        customer.Emails.ShouldBe([new CustomerEmail("zoe@example.com", EmailType.Work, Primary: true)]);
        customer.Phones.ShouldBe([new CustomerPhone("+46 8 123", PhoneType.Mobile, Primary: true)]);
        customer.Custom["contract"].ShouldBe("Plus");
        customer.City.ShouldBe("Malmö");
        (await crm.Found("angst mal")).ShouldBe(["Zoë Ångström"]);
        var audit = await crm.As(Crm.Staff, db => db.AuditEntries.SingleAsync(a => a.EntityId == customer.Id.Value, Crm.Ct));
        (audit.Action, audit.ActorId).ShouldBe(("created", Crm.Agent));
        var line = await crm.As(Crm.Staff, db => db.Timeline.SingleAsync(t => t.CustomerId == customer.Id, Crm.Ct));
        (line.Kind, line.SubjectId).ShouldBe((Contract.TimelineKind.Imported, import.Id.Value));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public async Task Every_usual_encoding_is_recognised(string name, bool mark)
    {
        await using var crm = await Crm.Start();
        var encoding = FileEncoding.Named(name);
        var content = encoding.GetBytes("Kundennummer;Vorname;Nachname;E-Mail\r\n1;Jürgen;Groß;j.gross@example.com\r\n");
        var import = await crm.Configured(mark ? [.. encoding.GetPreamble(), .. content] : content);

        import.Delimiter.ShouldBe(";");
        import.Columns.Select(c => c.Header).ShouldBe(["Kundennummer", "Vorname", "Nachname", "E-Mail"]);
        import.Columns.Select(c => c.Target).ShouldBe(["externalId", "givenName", "familyName", "email"]);
        (await crm.Run(import)).CreatedRows.ShouldBe(1);
        (await crm.Customers()).Single().DisplayName.ShouldBe("Jürgen Groß");
    }

    [Fact]
    public async Task A_late_accent_in_a_long_file_still_decides_the_encoding()
    {
        await using var crm = await Crm.Start();
        var text = "name\n" + string.Concat(Enumerable.Range(1, 20_000).Select(i => $"Customer {i}\n")) + "Müller\n";
        var import = await crm.Configured(Encoding.Latin1.GetBytes(text));
        import.Encoding.ShouldBe("windows-1252");
        import.TotalRows.ShouldBe(20_001);
    }

    [Fact]
    public async Task Quoted_line_breaks_and_delimiters_belong_to_the_value()
    {
        await using var crm = await Crm.Start();
        var import = await crm.Imported("name,note\n\"Miller, Ann\",\"first\nsecond \"\"quoted\"\"\"\nBob,x\n", ExistingRows.Skip, ("name", "name"), ("note", "new:Text"));
        import.CreatedRows.ShouldBe(2);
        var ann = (await crm.Customers()).Single(c => c.DisplayName == "Miller, Ann");
        ann.Custom["note"].ShouldBe("first\nsecond \"quoted\"");
    }

    [Fact]
    public async Task A_dry_run_lists_every_problem_with_row_and_column_and_changes_nothing()
    {
        await using var crm = await Crm.Start();
        var import = await crm.Configured(
            "id,name,mail,score,since\n1,Ann,ann@example.com,5,2026-01-31\n2,Bob,not an address,many,31.12.2025\n\n3,Cy,cy@example.com\n,,,7,\n1,Again,again@example.com,1,\n"u8.ToArray(),
            ExistingRows.Refuse, ("id", "externalId"), ("name", "name"), ("mail", "email"), ("score", "new:Number"), ("since", "new:Date"));
        import = await crm.Check(import);

        import.State.ShouldBe(ImportState.Checked);
        (import.CreatedRows, import.RefusedRows, import.ProblemCount, import.TotalRows).ShouldBe((1, 4, 5, 5));
        (await crm.Problems(import)).Select(p => (p.Row, p.Column, p.Code)).ShouldBe(
        [
            (3, "mail", "INVALID_VALUE"), (3, "score", "INVALID_VALUE"), (5, null, "RAGGED_ROW"), (6, null, "EMPTY_CUSTOMER"), (7, null, "EXISTS"),
        ]);
        (await crm.Customers()).ShouldBeEmpty();
        (await crm.As(Crm.Staff, db => db.AuditEntries.CountAsync(a => a.Entity == "Customer", Crm.Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task A_run_does_what_the_check_foresaw()
    {
        await using var crm = await Crm.Start(("Customers:ImportBatch", "3"));
        await crm.Imported("id,name,email\n1,Old,old@example.com\n", ExistingRows.Skip);
        var file = "id,name,email\n1,New,\n2,Two,two@example.com\n3,Three,two@example.com\n,Four,two@example.com\n,Five,old@example.com\n2,Two again,\n5,Six,six@example.com\n"u8.ToArray();
        var import = await crm.Configured(file, ExistingRows.Update);
        var foreseen = await crm.Check(import);
        var run = await crm.Run(foreseen);
        (run.CreatedRows, run.UpdatedRows + run.SkippedRows, run.RefusedRows).ShouldBe((3, 3, 1));
        (foreseen.CreatedRows, foreseen.UpdatedRows + foreseen.SkippedRows + foreseen.RefusedRows).ShouldBe((3, 4));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b\n", "no rows")]
    [InlineData("PK\u0003\u0004 binary", "Excel")]
    [InlineData("{\"a\": 1}", "JSON")]
    [InlineData("<html></html>", "HTML")]
    [InlineData("a\u0000\u0001\u0002\u0003b", "not a text file")]
    [InlineData("a,b\n\"never closed,1\n2,3\n", "never closed")]
    [InlineData("\n\na,b\n1,2\n", "first row is empty")]
    public async Task A_wrong_file_is_refused_in_plain_words_and_changes_nothing(string content, string says)
    {
        await using var crm = await Crm.Start();
        var wrong = await Should.ThrowAsync<InvalidInput>(() => crm.Configured(Encoding.Latin1.GetBytes(content)));
        wrong.Message.ShouldContain(says);
        (await crm.As(Crm.Staff, db => db.Imports.CountAsync(Crm.Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task The_file_of_refused_rows_can_be_mended_and_cannot_run_formulas()
    {
        await using var crm = await Crm.Start();
        var import = await crm.Imported("id;name;email\n1;=HYPERLINK(\"x\");nonsense\n2;\"+49;x\";b@example.com\n3;@cmd;also wrong\n", ExistingRows.Skip, ("id", "externalId"), ("name", "name"), ("email", "email"));
        (import.CreatedRows, import.RefusedRows).ShouldBe((1, 2));
        RefusedRows.Url(import).ShouldStartWith("/imports/Import_");

        var lines = await Refused(crm, import);
        lines[0].ShouldBe("id;name;email;Reason");
        lines[1].ShouldStartWith("1;\"'=HYPERLINK(\"\"x\"\")\";nonsense;\"email: “nonsense” is not an e-mail address.\"".Replace("\"email", "email", StringComparison.Ordinal).TrimEnd('"'));
        lines[2].ShouldStartWith("3;'@cmd;also wrong;email:");
        lines.Length.ShouldBe(3);

        var mended = await crm.Imported(string.Join('\n', lines).Replace("nonsense;", "a@example.com;", StringComparison.Ordinal).Replace("also wrong;", ";", StringComparison.Ordinal));
        mended.CreatedRows.ShouldBe(2);
        (await crm.Customers()).Select(c => c.DisplayName).ShouldContain("=HYPERLINK(\"x\")");
    }

    [Fact]
    public async Task Updating_replaces_only_what_the_file_says_and_undo_brings_it_back()
    {
        await using var crm = await Crm.Start();
        await crm.Imported("id,name,email,city\n1,Ann,ann@example.com,Bonn\n2,Bob,bob@example.com,Bern\n");
        var import = await crm.Imported("id,name,email,city\n1,Anna,,Berlin\n,Robert,BOB@example.com,\n3,Cy,,\n", ExistingRows.Update);
        (import.CreatedRows, import.UpdatedRows).ShouldBe((1, 2));
        var ann = (await crm.Customers()).Single(c => c.ExternalId == "1");
        (ann.Name, ann.City, ann.PrimaryEmail).ShouldBe(("Anna", "Berlin", "ann@example.com"));
        (await crm.Customers()).Single(c => c.ExternalId == "2").Name.ShouldBe("Robert");

        var undone = await crm.Undo(import);
        (undone.State, undone.UndoneRows, undone.KeptChanged, undone.KeptInUse, undone.CanUndo).ShouldBe((ImportState.Undone, 3, 0, 0, false));
        (await crm.Customers()).Select(c => (c.Name, c.City)).ShouldBe([("Ann", "Bonn"), ("Bob", "Bern")]);
        (await crm.Found("cy")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Undo_keeps_what_was_worked_on_since_and_says_how_many()
    {
        await using var crm = await Crm.Start();
        var import = await crm.Imported("id,name\n1,Changed\n2,Noted\n3,Untouched\n");
        var ids = (await crm.Customers()).ToDictionary(c => c.DisplayName, c => c.Id);
        await crm.Do(Crm.Staff, async s =>
        {
            var (db, clock, customers) = (s.GetRequiredService<CrmDb>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<Contract.ICustomers>());
            await UpdateCustomer.Run(new UpdateCustomerInput(ids["Changed"], JobTitle: "Boss"), db, Crm.Staff, customers, s.GetRequiredService<Access.Contract.IAccess>(), clock, Crm.Ct);
            return await AddCustomerNote.Run(new AddCustomerNoteInput(ids["Noted"], "Called back."), db, Crm.Staff, customers, clock, Crm.Ct);
        });
        var undone = await crm.Undo(import);
        (undone.UndoneRows, undone.KeptChanged, undone.KeptInUse).ShouldBe((1, 1, 1));
        (await crm.Customers()).Select(c => c.DisplayName).ShouldBe(["Changed", "Noted"]);
    }

    [Fact]
    public async Task A_cancelled_import_keeps_what_is_in_and_can_be_undone()
    {
        await using var crm = await Crm.Start(("Customers:ImportBatch", "2"));
        var import = await crm.Configured("name\na\nb\nc\nd\ne\n"u8.ToArray());
        await StopAfterBatches(crm, import, 1, crash: false);
        var cancelled = await crm.Do(Crm.Staff, s => CancelImport.Run(new ImportActionInput(import.Id), s.GetRequiredService<CrmDb>(), s.GetRequiredService<ImportQueue>(), s.GetRequiredService<TimeProvider>(), Crm.Ct));
        (cancelled.State, cancelled.CreatedRows, cancelled.CanUndo).ShouldBe((ImportState.Cancelled, 2, true));
        (await crm.Undo(import)).UndoneRows.ShouldBe(2);
        (await crm.Customers()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_killed_import_goes_on_behind_the_last_committed_batch()
    {
        await using var crm = await Crm.Start(("Customers:ImportBatch", "10"));
        var import = await crm.Configured(Encoding.UTF8.GetBytes("name\n" + string.Concat(Enumerable.Range(1, 95).Select(i => $"Customer {i:000}\n"))));
        await StopAfterBatches(crm, import, 3, crash: true);
        (await crm.Load(import)).State.ShouldBe(ImportState.Running);
        (await crm.Customers()).Count.ShouldBe(30);

        var worker = crm.Services.GetRequiredService<WorkOnImports>();
        await worker.WorkOff(Crm.Ct);
        (await crm.Customers()).Count.ShouldBe(30, "the lease of the killed process still runs");
        await worker.TakeOverAfterRestart(Crm.Ct);
        await worker.WorkOff(Crm.Ct);
        var done = await crm.Load(import);
        (done.State, done.CreatedRows, done.ProcessedRows).ShouldBe((ImportState.Done, 95, 95));
        (await crm.Customers()).Select(c => c.DisplayName).ShouldBeUnique();
    }

    [Fact]
    public async Task Nothing_runs_while_no_column_says_who_a_customer_is()
    {
        await using var crm = await Crm.Start();
        var import = await crm.Configured("colour\nred\n"u8.ToArray(), ExistingRows.Skip, ("colour", "new:Text"));
        (await Should.ThrowAsync<RuleBroken>(() => crm.Run(import))).Code.ShouldBe("NOTHING_IDENTIFIES");
    }

    [Fact]
    public async Task Twenty_thousand_rows_need_no_more_memory_than_a_few_batches()
    {
        await using var crm = await Crm.Start();
        var file = new StringBuilder("id,name,email,phone\n");
        for (var i = 0; i < 20_000; i++)
        {
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i},Customer {i},c{i}@example.com,+4930{i:0000000}\n");
        }

        var import = await crm.Configured(Encoding.UTF8.GetBytes(file.ToString()));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var done = await crm.Run(import);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        (done.CreatedRows, done.RefusedRows).ShouldBe((20_000, 0));
        grown.ShouldBeLessThan(40 * 1024 * 1024);
    }

    [Fact]
    public async Task The_telephone_company_goes_in_without_names_and_with_empty_charges()
    {
        var path = TelcoFile();
        Assert.SkipWhen(path is null, "The public file telco-customers.csv is not beside the project.");
        await using var crm = await Crm.Start();
        var content = await File.ReadAllBytesAsync(path!, Crm.Ct);
        var import = await crm.Configured(content, ExistingRows.Skip,
            ("customerID", "externalId"), ("Contract", "new:Choice"), ("TotalCharges", "new:Number"), ("Churn", "new:Boolean"), ("City", "address.city"), ("Country", "address.country"), ("ZipCode", "address.postalCode"));
        import.Columns.Single(c => c.Header == "customerID").SuggestedTarget.ShouldBe("externalId");
        import.Columns.Single(c => c.Header == "PhoneService").SuggestedTarget.ShouldBeNull();
        import.Columns.Single(c => c.Header == "Churn").SuggestedType.ShouldBe(CustomFieldType.Boolean);
        var done = await crm.Run(import);
        (done.CreatedRows, done.RefusedRows, done.TotalRows).ShouldBe((7_043, 0, 7_043));
        var one = (await crm.Customers()).Single(c => c.ExternalId == "7590-VHVEG");
        (one.DisplayName, one.Custom["totalcharges"], one.Custom["churn"]).ShouldBe(("7590-VHVEG", 29.85m, false));
    }

    private static string? TelcoFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "telco-customers.csv");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Runs some batches and stops between two, tidily or as a killed process would: with its lease still held.</summary>
    private static async Task StopAfterBatches(Crm crm, Import import, int batches, bool crash)
    {
        await crm.Do(Crm.Staff, s => RunImport.Run(new ImportActionInput(import.Id), s.GetRequiredService<CrmDb>(), Crm.Staff, s.GetRequiredService<ImportQueue>(), s.GetRequiredService<TimeProvider>(), Crm.Ct));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Crm.Ct);
        var seen = 0;
        var feed = crm.Services.GetRequiredService<Platform.Events.ChangeFeed>();
        feed.TellOtherNodes = changes => changes.Any(c => c.Entity == nameof(Import)) && ++seen > batches + 1 ? stop.CancelAsync() : Task.CompletedTask;
        var node = crash ? "a process that was killed" : crm.Services.GetRequiredService<ImportQueue>().Node;
        await crm.As(Platform.Security.Caller.System, async db =>
        {
            var held = await db.Imports.SingleAsync(i => i.Id == import.Id, Crm.Ct);
            held.Hold(node, DateTimeOffset.UnixEpoch.AddYears(100));
            await db.SaveChangesAsync(Crm.Ct);
        });
        await Should.ThrowAsync<OperationCanceledException>(() => crm.Services.GetRequiredService<ImportWork>().Run(import.Id, node, stop.Token));
        feed.TellOtherNodes = null;
    }

    private static async Task<string[]> Refused(Crm crm, Import import)
    {
        using var file = new MemoryStream();
        await crm.Do(Crm.Staff, async s =>
        {
            var db = s.GetRequiredService<CrmDb>();
            var stored = await db.Files.SingleAsync(f => f.Id == import.FileId, Crm.Ct);
            await RefusedRows.Write(import, stored.Sha256, db, s.GetRequiredService<FileStore>(), file, Crm.Ct);
            return true;
        });
        return Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
