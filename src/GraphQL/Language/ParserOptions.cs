namespace ServiceCrm.GraphQL.Language;

/// <summary>Limits of <see cref="Parser"/>. They hold before anything else looks at a document, so that no document can cost much.</summary>
public sealed record ParserOptions
{
    /// <summary>For documents of clients: 1 MiB, 100,000 tokens, 128 levels.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>For schema files of our own: no limit but the nesting depth.</summary>
    public static ParserOptions TypeSystem { get; } = new() { MaxBytes = int.MaxValue, MaxTokens = int.MaxValue };

    /// <summary>Largest document in bytes.</summary>
    public int MaxBytes { get; init; } = 1_048_576;

    /// <summary>Most tokens in a document; comments and white space are none.</summary>
    public int MaxTokens { get; init; } = 100_000;

    /// <summary>
    /// Deepest nesting of selection sets, lists, objects and list types together, 256 at the most: everything that reads a tree recurses as
    /// deep as the tree, and .NET cannot survive a stack overflow.
    /// </summary>
    public int MaxDepth { get; init => field = Math.Min(value, 256); } = 128;

    /// <summary>Whether fields and operations may have an empty <c>{ }</c>: graphql-js leaves that to validation.</summary>
    public bool AllowEmptySelectionSets { get; init; } = true;
}
