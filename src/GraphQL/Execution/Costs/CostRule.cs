using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>The cost of one field of a plan as a formula: numbers, and the variables that say how long a list gets.</summary>
internal sealed class CostRule
{
    /// <summary>Fields of the engine's own that read nothing: introspection and <c>__typename</c>.</summary>
    public static readonly CostRule None = new();

    private readonly ImmutableArray<(double Constant, int Slot)> _slices = [];
    private readonly double _assumedSize;
    private readonly bool _isAmbiguous;
    private readonly string _name = string.Empty;

    private CostRule() => IsFree = true;

    /// <param name="field">The field of the schema.</param>
    /// <param name="node">Its place in the document.</param>
    /// <param name="slots">The variables by name.</param>
    /// <param name="fetch">What the field costs when the schema does not say it.</param>
    public CostRule(Field field, FieldNode node, IReadOnlyDictionary<string, int> slots, double fetch)
    {
        _name = field.Coordinate;
        IsList = field.Type.Nullable is ListType;
        Weight = (WeightOf(field) ?? fetch) + node.Arguments.Sum(given => field.Arguments.Find(given.Name.Value) is { } argument ? WeightOf(argument) ?? 0 : 0);
        ObjectWeight = WeightOf(field.Type.Named) ?? (field.Type.Named is CompositeType ? 1 : 0);
        if (Find(field, CostDirectives.ListSize) is not { } size)
            return;
        IsSized = true;
        _assumedSize = NumberOf(size.FindArgument("assumedSize")) ?? 0;
        SizedFields = TextsOf(size.FindArgument("sizedFields"));
        var slicing = TextsOf(size.FindArgument("slicingArguments"));
        _slices = [.. slicing.Select(name => SliceOf(field.Arguments.Find(name), node, slots)).OfType<(double, int)>()];
        _isAmbiguous = slicing.Length > 0 && size.FindArgument("requireOneSlicingArgument") is not BooleanValueNode { Value: false }
            && node.Arguments.Count(given => slicing.Contains(given.Name.Value)) != 1;
    }

    public bool IsFree { get; }

    public bool IsList { get; }

    /// <summary>Whether the schema says how long the list gets, or those below.</summary>
    public bool IsSized { get; }

    public double Weight { get; }

    public double ObjectWeight { get; }

    /// <summary>Fields below that are the lists.</summary>
    public ImmutableArray<string> SizedFields { get; } = [];

    public bool HasVariables => _slices.Any(slice => slice.Slot >= 0);

    /// <summary>How many items the list, or the lists below, may have.</summary>
    /// <exception cref="GraphQLFieldException">when exactly one argument must say it and does not</exception>
    public double Size(object?[] variables)
    {
        if (_isAmbiguous)
            throw new GraphQLFieldException(ErrorCodes.ValidationFailed, $"Exactly one of the arguments that limit {_name} must be given.");
        var size = -1.0;
        foreach (var (constant, slot) in _slices)
            size = Math.Max(size, slot < 0 ? constant : variables[slot] is int given ? given : -1);
        return size < 0 ? _assumedSize : size;
    }

    private static (double Constant, int Slot)? SliceOf(Argument? argument, FieldNode node, IReadOnlyDictionary<string, int> slots)
    {
        var given = node.Arguments.FirstOrDefault(candidate => string.Equals(candidate.Name.Value, argument?.Name, StringComparison.Ordinal))?.Value;
        return given is VariableNode variable && slots.TryGetValue(variable.Name.Value, out var slot) ? (0, slot)
            : NumberOf(given ?? argument?.DefaultValue) is { } constant ? (constant, -1) : null;
    }

    private static double? WeightOf(INamedElement element) => Find(element, CostDirectives.Cost)?.FindArgument("weight") is StringValueNode text
        && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : null;

    private static DirectiveNode? Find(INamedElement element, DirectiveDefinition definition)
    {
        foreach (var directive in element.AppliedDirectives)
        {
            if (string.Equals(directive.Name.Value, definition.Name, StringComparison.Ordinal))
                return directive;
        }

        return null;
    }

    private static double? NumberOf(ValueNode? value) =>
        value is IntValueNode number && double.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;

    private static ImmutableArray<string> TextsOf(ValueNode? value) => value switch
    {
        ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(text => text.Value)],
        StringValueNode text => [text.Value],
        _ => [],
    };
}
