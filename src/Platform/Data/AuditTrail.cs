using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Platform.Data;

/// <summary>The key of an audit entry.</summary>
public readonly record struct AuditEntryId(Guid Value) : Values.IEntityId<AuditEntryId>
{
    public static string TypeName => "HistoryEntry";

    public static AuditEntryId From(Guid value) => new(value);
}

/// <summary>One entry of the audit trail: who did what to which aggregate, and each value before and after.</summary>
public sealed class AuditEntry
{
    public AuditEntryId Id { get; init; }

    public DateTimeOffset At { get; init; }

    public UserId? ActorId { get; init; }

    public string ActorName { get; init; } = "";

    /// <summary>The type of the aggregate, for example <c>Ticket</c>.</summary>
    public string Entity { get; init; } = "";

    public Guid EntityId { get; init; }

    /// <summary><c>created</c>, <c>changed</c> or <c>deleted</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>A JSON array of <see cref="AuditChange"/>.</summary>
    public string Changes { get; init; } = "[]";

    public IReadOnlyList<AuditChange> ReadChanges() => JsonSerializer.Deserialize<List<AuditChange>>(Changes, JsonSerializerOptions.Web) ?? [];
}

/// <summary>One value before and after, as text.</summary>
public sealed record AuditChange(string Field, string? From, string? To);

internal static class AuditTrail
{
    private const int LongestValue = 500;

    public static void Record(CrmDb db, IReadOnlyList<EntityEntry> changes, AggregateParts parts, DateTimeOffset now)
    {
        foreach (var entry in changes.Where(e => e.Entity is Aggregate))
        {
            var fields = entry.State == EntityState.Modified ? ChangedFields(entry, parts) : [];
            if (entry.State == EntityState.Modified && fields.Count == 0)
            {
                continue;
            }

            var action = entry.State switch { EntityState.Added => "created", EntityState.Deleted => "deleted", _ => "changed" };
            db.Add(Entry(db, entry.Metadata, KeyOf(entry), action, JsonSerializer.Serialize(fields, JsonSerializerOptions.Web), now));
        }
    }

    /// <summary>The entry of a new aggregate that is written past the change tracker.</summary>
    internal static AuditEntry Created(CrmDb db, object aggregate, DateTimeOffset now)
    {
        var type = db.Model.FindEntityType(aggregate.GetType())!;
        return Entry(db, type, KeyOf(type, aggregate), "created", "[]", now);
    }

    private static AuditEntry Entry(CrmDb db, IReadOnlyEntityType type, Guid id, string action, string changes, DateTimeOffset now) => new()
    {
        Id = Values.EntityId.New<AuditEntryId>(now),
        At = now,
        ActorId = db.Caller.User,
        ActorName = db.Caller.Name,
        Entity = type.ClrType.Name,
        EntityId = id,
        Action = action,
        Changes = changes,
    };

    internal static Guid KeyOf(EntityEntry entry) => KeyOf(entry.Metadata, entry.Entity);

    private static Guid KeyOf(IReadOnlyEntityType type, object entity)
    {
        var property = (IProperty)type.FindPrimaryKey()!.Properties[0];
        var value = property.GetGetter().GetClrValue(entity);
        var stored = property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;
        return stored is Guid id ? id : throw new InvalidOperationException($"{type.DisplayName()} needs a UUID key.");
    }

    private static List<AuditChange> ChangedFields(EntityEntry entry, AggregateParts parts) =>
    [
        .. entry.Properties
            .Where(p => p.IsModified && p.Metadata.Name != nameof(Aggregate.Version) && !NotAudited(p.Metadata) && !Equals(p.OriginalValue, p.CurrentValue))
            .Select(p => new AuditChange(JsonNamingPolicy.CamelCase.ConvertName(p.Metadata.Name), Text(p.Metadata, p.OriginalValue), Text(p.Metadata, p.CurrentValue)))
            .Where(c => c.From != c.To),
        .. parts.Changes(entry, LongestValue),
    ];

    private static bool NotAudited(IReadOnlyProperty property) =>
        property.PropertyInfo?.IsDefined(typeof(NotAuditedAttribute), inherit: true) ?? true;

    private static string? Text(IReadOnlyProperty property, object? value)
    {
        var text = value switch
        {
            null => null,
            DateTimeOffset at => at.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            IEnumerable<string> many => string.Join(", ", many),
            IFormattable number when number is not Enum && property.GetTypeMapping().Converter is null => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            Enum name => name.ToString(),
            _ => (property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value).ToString(),
        };
        return text is null ? null : Values.SafeText.Cut(text, LongestValue);
    }
}
