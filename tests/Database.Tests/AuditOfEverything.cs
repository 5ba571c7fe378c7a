using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Database.Tests;

/// <summary>Every aggregate of the model is audited by itself, property by property; a new one cannot be forgotten.</summary>
public sealed class AuditOfEverything
{
    private const string Secret = "s3cr3t-that-must-not-appear";

    private static readonly UserId Ada = UserId.New(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [EachEngine]
    public async Task Creating_changing_and_deleting_any_aggregate_tells_who_when_and_each_value_before_and_after(DatabaseProvider engine)
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.Start(engine, clock);
        var types = await server.InScope((_, db) => Task.FromResult(Aggregates(db).Select(t => t.Name).ToList()));
        types.Count.ShouldBeGreaterThan(8);
        foreach (var name in types)
        {
            await server.InScope(async (_, db) =>
            {
                await Story(db, db.Model.FindEntityType(name)!, clock);
                return 0;
            }, Caller.Staff(Ada, "Ada Byron", [], []));
        }

        (await server.InScope((_, db) => db.AuditEntries.CountAsync(e => e.Changes.Contains(Secret)))).ShouldBe(0);
    }

    [Fact]
    public async Task No_password_hash_token_or_tracking_token_is_in_the_audit_trail()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var person = await server.As("Agent");
        await person.Mutate("mutation($o: String!) { changePassword(input: { currentPassword: $o, newPassword: \"another-long-one\" }) { errors { message } } }", new { o = TestServer.Password });
        var token = await admin.Mutate("mutation { createAccessToken(input: { name: \"robot\" }) { secret accessToken { id } errors { message } } }");
        await admin.Mutate("mutation($t: ID!) { revokeAccessToken(input: { accessTokenId: $t }) { errors { message } } }", new { t = token.GetProperty("accessToken").Id() });
        await admin.Ticket();
        var secrets = await server.InScope(async (_, db) =>
        {
            var found = new List<string> { token.Text("secret")!, TestServer.Password, "another-long-one" };
            found.AddRange(await db.Database.SqlQuery<string>($"""
                SELECT password_hash AS "Value" FROM access_users UNION ALL SELECT security_stamp FROM access_users
                UNION ALL SELECT hash FROM access_access_tokens UNION ALL SELECT tracking_token FROM tickets_tickets
                """).ToListAsync());
            return found;
        });
        secrets.Count.ShouldBeGreaterThan(8);
        secrets.ShouldAllBe(s => s.Length > 8);
        var trail = await server.InScope((_, db) => db.AuditEntries.Select(e => e.Changes).ToListAsync());
        trail.Count.ShouldBeGreaterThan(5);
        foreach (var secret in secrets)
        {
            trail.ShouldAllBe(changes => !changes.Contains(secret));
        }
    }

    private static IEnumerable<IEntityType> Aggregates(CrmDb db) => db.Model.GetEntityTypes().Where(t => typeof(Aggregate).IsAssignableFrom(t.ClrType));

    private static async Task Story(CrmDb db, IEntityType type, FakeClock clock)
    {
        var thing = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var entry = db.Entry(thing);
        foreach (var property in type.GetProperties().Where(p => p.Name != nameof(Aggregate.Version)))
        {
            entry.Property(property.Name).CurrentValue = Value(property, 1) ?? entry.Property(property.Name).CurrentValue;
        }

        db.Add(thing);
        await Expect(db, entry, "created", clock, []);
        var changes = new List<AuditChange>();
        foreach (var property in type.GetProperties().Where(p => !p.IsPrimaryKey() && p.Name != nameof(Aggregate.Version) && Value(p, 2) is not null))
        {
            var value = entry.Property(property.Name);
            value.CurrentValue = Value(property, 2);
            if (property.PropertyInfo?.IsDefined(typeof(NotAuditedAttribute), inherit: true) == false)
            {
                changes.Add(new AuditChange(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name), Text(property, 1), Text(property, 2)));
            }
        }

        changes.ShouldNotBeEmpty(type.Name);
        await Expect(db, entry, "changed", clock, changes);
        entry.Property(nameof(Aggregate.Version)).CurrentValue.ShouldBe(2L, type.Name);
        db.Remove(thing);
        await Expect(db, entry, "deleted", clock, []);
    }

    private static async Task Expect(CrmDb db, EntityEntry entry, string action, FakeClock clock, List<AuditChange> changes)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        var type = entry.Metadata;
        var key = Key(entry);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var told = (await db.AuditEntries.AsNoTracking().Where(e => e.EntityId == key).ToListAsync(TestContext.Current.CancellationToken)).Where(e => e.Action == action).ToList().ShouldHaveSingleItem($"{type.Name} {action}");
        told.Entity.ShouldBe(type.ClrType.Name);
        told.ActorId.ShouldBe(Ada);
        told.ActorName.ShouldBe("Ada Byron");
        told.At.ShouldBe(clock.GetUtcNow());
        if (action == "changed")
        {
            told.ReadChanges().ShouldBe(changes, ignoreOrder: true, type.Name);
        }
    }

    private static Guid Key(EntityEntry entry)
    {
        var property = entry.Metadata.FindPrimaryKey()!.Properties.Single();
        return (Guid)property.GetTypeMapping().Converter!.ConvertToProvider(entry.Property(property.Name).CurrentValue)!;
    }

    /// <summary>One of two values that fit the property; null for shapes this test does not vary (lists, JSON).</summary>
    private static object? Value(IProperty property, int which)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var hidden = property.PropertyInfo?.IsDefined(typeof(NotAuditedAttribute), inherit: true) != false;
        var text = hidden ? Secret : property.Name.ToLowerInvariant();
        return type switch
        {
            _ when type == typeof(string) => Cut($"{which}-{text}", property.GetMaxLength()),
            _ when type == typeof(bool) => which == 2,
            _ when type == typeof(int) => which,
            _ when type == typeof(long) => (long)which,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 2, which, 10, 0, 0, TimeSpan.Zero),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(which - 1),
            _ when type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>)) => Activator.CreateInstance(type, property.IsPrimaryKey() ? Guid.CreateVersion7() : GuidOf(which)),
            _ => null,
        };
    }

    private static string? Text(IProperty property, int which) => Value(property, which) switch
    {
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number and not Enum when !property.ClrType.Name.Contains("Id", StringComparison.Ordinal) => number.ToString(null, CultureInfo.InvariantCulture),
        { } value when value.GetType().GetProperty("Value")?.GetValue(value) is Guid id => id.ToString(),
        var other => other?.ToString(),
    };

    private static Guid GuidOf(int which) => new($"00000000-0000-7000-8000-00000000000{which}");

    private static string Cut(string text, int? max) => SafeText.Cut(text, max ?? 1000);
}
