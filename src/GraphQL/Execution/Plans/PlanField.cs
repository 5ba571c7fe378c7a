using System.Reflection;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>What every field of a plan knows, whatever its kind.</summary>
internal sealed record PlanFieldInfo
{
    private NodeProperties? _nodeProperties;

    public required string ParentType { get; init; }
    public required string Name { get; init; }
    public required string ResponseName { get; init; }
    public required bool IsNonNull { get; init; }
    public required bool IsList { get; init; }

    /// <summary>Byte offsets of the field's places in the document.</summary>
    public required int[] Offsets { get; init; }

    /// <summary>Index of the condition that decides whether the field is included; -1 for always.</summary>
    public required int Condition { get; init; }

    /// <summary>Indexes of the permissions the caller needs.</summary>
    public required int[] Permissions { get; init; }

    public required CostRule Cost { get; init; }

    public required ArgumentPlan Arguments { get; init; }

    /// <summary>The schema's side of the field; null for <c>__typename</c>.</summary>
    public required FieldRuntime? Runtime { get; init; }

    /// <summary>For a connection: the properties of its nodes that are read; null when that cannot be told.</summary>
    public IReadOnlyCollection<PropertyInfo>? NodeProperties => (_nodeProperties ??= new NodeProperties(this)).Found;

    /// <summary>The selections below, for composite types.</summary>
    public SelectionSet? Selections { get; init; }

    /// <summary>The active <c>@stream</c> of a list.</summary>
    public StreamUsage? Stream { get; init; }

    /// <summary>Number of the column, should the field need one.</summary>
    public required int Column { get; init; }
}

/// <summary>One field of one selection in a plan.</summary>
internal abstract class PlanField
{
    protected PlanField(PlanFieldInfo info)
    {
        Info = info;
        IsNonNull = info.IsNonNull;
        Condition = info.Condition;
        var name = JsonEncodedText.Encode(info.ResponseName).EncodedUtf8Bytes;
        Key = [.. ",\""u8, .. name, .. "\":"u8];
        FirstKey = Key[1..];
    }

    public PlanFieldInfo Info { get; }

    /// <summary>The bytes <c>,"name":</c>.</summary>
    public byte[] Key { get; }

    /// <summary>The bytes <c>"name":</c>.</summary>
    public byte[] FirstKey { get; }

    public bool IsNonNull { get; }

    public int Condition { get; }

    /// <summary>Writes the field's value of one object; <paramref name="row"/> is the object's row where the selection has columns.</summary>
    public abstract Outcome Write(RequestRun run, object parent, int row);

    public override string ToString() => $"{Info.ParentType}.{Info.Name}";
}
