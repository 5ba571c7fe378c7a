using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// Input coercion of literals (spec sections 3.5 to 3.12) that validation has accepted; what only shows with the values of variables
/// is refused here.
/// </summary>
internal readonly ref struct LiteralCoercion(IReadOnlyDictionary<string, int>? slots, object?[]? variables)
{
    public const string InvalidCode = "BAD_USER_INPUT";

    /// <summary>Coerces a literal; <see cref="Absent"/> when it is a variable without a value.</summary>
    public object? Coerce(ValueNode node, GraphQLType type)
    {
        if (node is VariableNode variable)
            return FromVariable(variable, type);
        if (node is NullValueNode)
            return type.IsNonNull ? throw Invalid($"Expected value of non-null type \"{type}\" not to be null.") : null;
        return type.Nullable switch
        {
            ListType list => CoerceList(node, list),
            InputObjectType input => CoerceObject(node, input),
            EnumType values => (node is EnumValueNode name ? values.Values.Find(name.Value)?.Value : null)
                ?? throw Invalid($"Value {node} does not exist in \"{values.Name}\" enum."),
            ScalarType scalar => CoerceScalar(node, scalar),
            _ => throw new InvalidOperationException($"{type} is not an input type."),
        };
    }

    /// <summary>The default of an argument or input field, or <see cref="Absent"/>.</summary>
    public static object? DefaultOf(InputValue value) =>
        value.DefaultValue is null ? Absent.Value : new LiteralCoercion(null, null).Coerce(value.DefaultValue, value.Type);

    /// <summary>Whether a literal contains variables, so that it must be coerced again for each request.</summary>
    public static bool HasVariables(ValueNode node) => node switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariables),
        ObjectValueNode fields => fields.Fields.Any(field => HasVariables(field.Value)),
        _ => false,
    };

    private object? FromVariable(VariableNode variable, GraphQLType type)
    {
        var value = slots is not null && slots.TryGetValue(variable.Name.Value, out var slot) ? variables![slot] : Absent.Value;
        return value switch
        {
            null when type.IsNonNull => throw Invalid($"Expected variable \"${variable.Name.Value}\" provided to non-null type \"{type}\" not to be null."),
            _ => value,
        };
    }

    private object?[] CoerceList(ValueNode node, ListType type)
    {
        if (node is not ListValueNode list)
            return [Coerce(node, type.ItemType)];
        var items = new object?[list.Values.Length];
        for (var i = 0; i < items.Length; i++)
        {
            // A variable without a value is null inside a list (spec section 3.11).
            var item = Coerce(list.Values[i], type.ItemType);
            items[i] = item is Absent
                ? type.ItemType.IsNonNull ? throw Invalid($"Expected variable {list.Values[i]} provided to type \"{type.ItemType}\" to provide a runtime value.") : null
                : item;
        }

        return items;
    }

    private InputObjectValue CoerceObject(ValueNode node, InputObjectType type)
    {
        if (node is not ObjectValueNode given)
            throw Invalid($"Expected value of type \"{type}\" to be an object, found: {node}.");
        var values = new object?[type.Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            var literal = given.Fields.FirstOrDefault(entry => string.Equals(entry.Name.Value, field.Name, StringComparison.Ordinal));
            var value = literal is null ? Absent.Value : Coerce(literal.Value, field.Type);
            if (value is Absent)
                value = DefaultOf(field);
            if (value is Absent && field.Type.IsNonNull)
                throw Invalid($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {node}.");
            values[i] = value;
        }

        if (type.IsOneOf && values.Count(value => value is not Absent) != 1 || type.IsOneOf && values.Contains(null))
            throw Invalid($"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.");
        return new InputObjectValue(type, values);
    }

    private object? CoerceScalar(ValueNode node, ScalarType scalar)
    {
        // A custom scalar may take lists and objects, and variables inside them: they are put in as literals first.
        var literal = HasVariables(node) ? Substitute(node) : node;
        if (!scalar.Coercion.TryReadBoxedLiteral(literal, out var value, out var error))
            throw Invalid(error);
        return TextRules.Check(value) is { } problem ? throw Invalid(problem) : value;
    }

    private ValueNode Substitute(ValueNode node) => node switch
    {
        VariableNode variable => LiteralOf(FromVariable(variable, BuiltInScalars.String)),
        ListValueNode list => new ListValueNode(list.Location, [.. SubstituteAll(list)]),
        ObjectValueNode given => new ObjectValueNode(given.Location, [.. SubstituteAll(given)]),
        _ => node,
    };

    private List<ValueNode> SubstituteAll(ListValueNode list)
    {
        var items = new List<ValueNode>();
        foreach (var item in list.Values)
            items.Add(Substitute(item));
        return items;
    }

    private List<ObjectFieldNode> SubstituteAll(ObjectValueNode given)
    {
        var fields = new List<ObjectFieldNode>();
        foreach (var field in given.Fields)
            fields.Add(new ObjectFieldNode(field.Location, field.Name, Substitute(field.Value)));
        return fields;
    }

    private static ValueNode LiteralOf(object? value) => value switch
    {
        null or Absent => new NullValueNode(default),
        bool flag => new BooleanValueNode(default, flag),
        int or long => new IntValueNode(default, System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToLower(value.ToString()!)),
        double number => new FloatValueNode(default, number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        object?[] items => new ListValueNode(default, [.. items.Select(LiteralOf)]),
        _ => new StringValueNode(default, value.ToString() ?? string.Empty, IsBlock: false),
    };

    private static GraphQLFieldException Invalid(string message) => new(InvalidCode, message);
}
