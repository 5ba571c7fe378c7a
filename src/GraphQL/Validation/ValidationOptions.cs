namespace ServiceCrm.GraphQL.Validation;

/// <summary>How strict and how talkative <see cref="Validator"/> is.</summary>
public sealed record ValidationOptions
{
    /// <summary>As graphql-js: 100 errors, suggestions on, empty selection sets allowed, no limits.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>After so many errors one more says that validation stopped.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Leaves out "Did you mean": suggestions tell names of a schema that introspection may hide.</summary>
    public bool HideSuggestions { get; init; }

    /// <summary>Whether <c>{ }</c> is a selection.</summary>
    public bool AllowEmptySelectionSets { get; init; } = true;

    /// <summary>Comparisons that field merging may make before validation gives up; graphql-js has the same figure.</summary>
    public int MergingBudget { get; init; } = 500_000;

    /// <summary>Sizes a document may have; by default none is checked.</summary>
    public DocumentLimits Limits { get; init; } = DocumentLimits.None;
}

/// <summary>Limits of <see cref="LimitRules"/>; null means no limit. Fragments count at every place they are spread.</summary>
public sealed record DocumentLimits
{
    /// <summary>No limit at all.</summary>
    public static DocumentLimits None { get; } = new();

    /// <summary>Nesting of fields: <c>{ a { b } }</c> has depth 2.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>Aliased fields of an operation.</summary>
    public int? MaxAliases { get; init; }

    /// <summary>Directives at one place.</summary>
    public int? MaxDirectivesPerPlace { get; init; }

    /// <summary>Fields at the root of an operation.</summary>
    public int? MaxRootFields { get; init; }

    /// <summary>Fields of an operation altogether.</summary>
    public int? MaxNodes { get; init; }
}
