namespace ServiceCrm.GraphQL;

/// <summary>What can still be said about a field once it is declared.</summary>
public sealed class FieldBuilder
{
    internal FieldBuilder(FieldDeclaration declaration) => Declaration = declaration;

    internal FieldDeclaration Declaration { get; }

    /// <summary>The description shown in the schema (Markdown).</summary>
    public FieldBuilder Describe(string text)
    {
        Declaration.Description = text;
        return this;
    }

    /// <summary>The description of one argument.</summary>
    public FieldBuilder DescribeArgument(string argument, string text)
    {
        Declaration.ArgumentDescriptions[argument] = text;
        return this;
    }

    /// <summary>Marks the field as deprecated; the reason says what to use instead.</summary>
    public FieldBuilder Deprecated(string reason)
    {
        Declaration.DeprecationReason = reason;
        return this;
    }

    /// <summary>
    /// Without the permission the field is null and an error with code NOT_ALLOWED tells so; the field is therefore nullable in the schema.
    /// </summary>
    public FieldBuilder Requires(string permission)
    {
        Declaration.Permission = permission;
        return this;
    }

    /// <summary>
    /// Without the permission the field is quietly null, and the type's <c>hiddenFields</c> tells so; the field is therefore nullable in the
    /// schema. For data that some people may not see of objects that they may.
    /// </summary>
    public FieldBuilder HiddenWithout(string permission)
    {
        Declaration.Permission = permission;
        Declaration.IsHidden = true;
        return this;
    }

    /// <summary>Says that the resolver reads nothing of its object but this property, so that a list need not fetch more.</summary>
    public FieldBuilder Reads(string property)
    {
        Declaration.Reads = property;
        return this;
    }

    /// <summary>What one use of the field costs, when that is not what it looks like (<c>@cost</c> in the schema).</summary>
    public FieldBuilder Cost(double weight)
    {
        Declaration.Weight = weight;
        return this;
    }

    /// <summary>About how long the list gets, for the cost of what is asked of its items (<c>@listSize</c> in the schema).</summary>
    public FieldBuilder ListSize(int assumedSize)
    {
        Declaration.AssumedSize = assumedSize;
        return this;
    }

    /// <summary>Lets the field run beside others of the same level; only for resolvers that do not touch the request's database context.</summary>
    public FieldBuilder Parallel()
    {
        Declaration.IsParallel = true;
        return this;
    }
}
