namespace ServiceCrm.GraphQL.Types;

/// <summary>
/// The directives of IBM's GraphQL cost specification, by which a schema says how dear its fields are and how long its lists get. A schema has
/// them only when they are added to its builder; schemas from code always have them.
/// </summary>
public static class CostDirectives
{
    /// <summary>What one use of a field, argument or type costs.</summary>
    public static DirectiveDefinition Cost { get; } = BuiltInDirectives.Create(
        new("cost", DirectiveLocation.ArgumentDefinition, DirectiveLocation.Enum, DirectiveLocation.FieldDefinition, DirectiveLocation.Object, DirectiveLocation.Scalar)
        {
            Description = "What one use costs. Without it a field costs 10 when it is fetched for each object, 1 when it leads to objects, and 0 otherwise; an object costs 1.",
        },
        new Argument("weight", BuiltInScalars.String.NonNull()) { Description = "A number." });

    /// <summary>How long a list gets, for its cost.</summary>
    public static DirectiveDefinition ListSize { get; } = BuiltInDirectives.Create(
        new("listSize", DirectiveLocation.FieldDefinition) { Description = "How many items the cost of a list is computed for." },
        new Argument("assumedSize", BuiltInScalars.Int) { Description = "The size when no slicing argument says it." },
        new Argument("slicingArguments", BuiltInScalars.String.NonNull().List()) { Description = "Arguments that say the size; the largest counts." },
        new Argument("sizedFields", BuiltInScalars.String.NonNull().List()) { Description = "Fields below that are the lists, when the field itself is none." },
        new Argument("requireOneSlicingArgument", BuiltInScalars.Boolean)
        {
            Description = "Whether exactly one slicing argument must be given.",
            DefaultValue = new BooleanValueNode(default, true),
        });

    /// <summary><c>@cost(weight: …)</c>.</summary>
    public static DirectiveNode OfWeight(double weight) =>
        Apply(Cost, ("weight", new StringValueNode(default, weight.ToString(CultureInfo.InvariantCulture), IsBlock: false)));

    /// <summary><c>@listSize</c> of a list that simply is about so long.</summary>
    public static DirectiveNode OfList(int assumedSize) =>
        Apply(ListSize, ("assumedSize", Int(assumedSize)), ("requireOneSlicingArgument", new BooleanValueNode(default, false)));

    /// <summary><c>@listSize</c> of a Relay connection.</summary>
    public static DirectiveNode OfConnection(int assumedSize) => Apply(
        ListSize,
        ("assumedSize", Int(assumedSize)),
        ("slicingArguments", Strings("first", "last")),
        ("sizedFields", Strings("edges", "nodes")),
        ("requireOneSlicingArgument", new BooleanValueNode(default, false)));

    private static DirectiveNode Apply(DirectiveDefinition directive, params ReadOnlySpan<(string Name, ValueNode Value)> arguments)
    {
        var nodes = ImmutableArray.CreateBuilder<ArgumentNode>();
        foreach (var (name, value) in arguments)
            nodes.Add(new ArgumentNode(default, new Name(name, default), value));
        return new DirectiveNode(default, new Name(directive.Name, default), nodes.ToImmutable());
    }

    private static IntValueNode Int(int value) => new(default, value.ToString(CultureInfo.InvariantCulture));

    private static ListValueNode Strings(params string[] values) => new(default, [.. values.Select(value => new StringValueNode(default, value, IsBlock: false))]);
}
