namespace ServiceCrm.GraphQL.Language;

/// <summary>Byte range of a node in its <see cref="SourceText"/>: start inclusive, end exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Location(int Start, int End);

/// <summary>A place as people read it: both numbers start at 1, columns count UTF-16 code units (as graphql-js does).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SourceLocation(int Line, int Column);
