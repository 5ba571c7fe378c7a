namespace ServiceCrm.GraphQL;

/// <summary>How a declared field gets its value.</summary>
internal enum FieldSource
{
    Getter,
    Reference,
    References,
    AnyNode,
    Load,
    LoadMany,
    Resolver,
}

/// <summary>Where in the source a declaration stands, for start-up errors.</summary>
internal readonly record struct DeclaredAt(string File, int Line)
{
    public override string ToString() => $"{System.IO.Path.GetFileName(File)}:{Line}";
}

/// <summary>What a module said about one field, before anything is checked.</summary>
internal sealed class FieldDeclaration
{
    public required string Name { get; init; }
    public required FieldSource Source { get; init; }
    public required DeclaredAt At { get; init; }

    /// <summary>The getter (of the value or of the key) where there is one.</summary>
    public Delegate? Getter { get; init; }

    /// <summary>The resolver or loader where there is one.</summary>
    public Delegate? Run { get; init; }

    /// <summary>Nullability the author stated; null leaves it to the getter's or method's own type.</summary>
    public bool? Nullable { get; init; }

    public string? Permission { get; set; }

    /// <summary>Without the permission the field is null without an error.</summary>
    public bool IsHidden { get; set; }

    public string? Reads { get; set; }
    public string? Description { get; set; }
    public string? DeprecationReason { get; set; }
    public double? Weight { get; set; }
    public int? AssumedSize { get; set; }
    public bool IsParallel { get; set; }
    public Dictionary<string, string> ArgumentDescriptions { get; } = new(StringComparer.Ordinal);
}
