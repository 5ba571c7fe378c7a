using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal readonly record struct CustomFieldId(Guid Value) : IEntityId<CustomFieldId>
{
    public static string TypeName => "CustomField";

    public static CustomFieldId From(Guid value) => new(value);
}

/// <summary>A field that this company keeps of its customers beyond the built-in ones. Its key never changes.</summary>
internal sealed class CustomField : Aggregate
{
    public const int LongestKey = 60;
    public const int LongestLabel = 100;
    public const int MostChoices = 200;

    private CustomField()
    {
    }

    public CustomField(string key, string label, CustomFieldType type, IReadOnlyList<string> choices, DateTimeOffset at)
    {
        Id = EntityId.New<CustomFieldId>(at);
        Key = key;
        Label = label;
        Type = type;
        Choices = [.. choices];
        CreatedAt = at;
    }

    public CustomFieldId Id { get; private set; }

    public string Key { get; private set; } = "";

    public string Label { get; private set; } = "";

    public CustomFieldType Type { get; private set; }

    /// <summary>The values to choose from; empty for the other types.</summary>
    public List<string> Choices { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when the field is put away: nobody sees or fills it, its values stay on the customers. Null while it is in use.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    public bool IsArchived => ArchivedAt is not null;

    /// <exception cref="InvalidInput">at <paramref name="path"/>label or choices</exception>
    public static (string Label, IReadOnlyList<string> Choices) Checked(string path, string label, CustomFieldType type, IReadOnlyList<string> choices)
    {
        var check = new InputCheck();
        var clean = check.Required(path + "label", label, LongestLabel);
        IReadOnlyList<string> kept = [.. choices.Select((choice, i) => check.Required($"{path}choices.{i}", choice, LongestLabel)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (type == CustomFieldType.Choice ? kept.Count is 0 or > MostChoices : kept.Count > 0)
        {
            check.Add(path + "choices", type == CustomFieldType.Choice ? $"Give 1 to {MostChoices} choices." : "Only a field of type choice has choices.");
        }

        check.ThrowIfAny();
        return (clean, kept);
    }

    /// <summary>Gives another label or other choices. A value that is no longer offered stays where it is.</summary>
    public void Redefine(string label, IReadOnlyList<string> choices) => (Label, Choices) = (label, [.. choices]);

    public void Archive(DateTimeOffset at) => ArchivedAt ??= at;

    public void Restore() => ArchivedAt = null;

    /// <summary>A key made of the label's letters and digits, as in <c>contract-type</c>, that is not taken yet.</summary>
    public static string KeyFor(string label, IReadOnlySet<string> taken)
    {
        var words = new string([.. SearchKey.Of(label).ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var key = words.Length == 0 ? "field" : SafeText.Cut(string.Join('-', words), LongestKey - 5);
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? key : $"{key}-{n}").First(k => !taken.Contains(k));
    }
}
