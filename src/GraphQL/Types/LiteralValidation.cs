namespace ServiceCrm.GraphQL.Types;

/// <summary>
/// Checks a literal against an input type (spec sections 3.4 to 3.12 "input coercion" and 5.6.1), reporting every mistake in it.
/// Variables inside are taken to fit; rule VariablesInAllowedPosition looks at them.
/// </summary>
/// <param name="report">Takes a message and the node it is about.</param>
/// <param name="hideSuggestions">Leaves out "Did you mean".</param>
public sealed class LiteralValidation(Action<string, AstNode> report, bool hideSuggestions = false)
{
    /// <summary>Literals are shown whole up to here: a hostile document must not make errors much larger than itself.</summary>
    private const int MaxShownLength = 10_000;

    /// <summary>Checks one literal.</summary>
    public void Check(ValueNode literal, GraphQLType type)
    {
        if (literal is VariableNode)
            return;

        if (literal is NullValueNode)
        {
            if (type is NonNullType)
                report($"Expected value of non-null type \"{type}\" not to be null.", literal);

            return;
        }

        switch (type.Nullable)
        {
            case ListType list when literal is ListValueNode items:
                foreach (var item in items.Values)
                    Check(item, list.ItemType);

                break;
            case ListType list:
                Check(literal, list.ItemType);
                break;
            case InputObjectType input when literal is ObjectValueNode value:
                CheckObject(value, input);
                break;
            case InputObjectType input:
                report($"Expected value of type \"{input}\" to be an object, found: {Show(literal)}.", literal);
                break;
            case EnumType values:
                CheckEnum(literal, values);
                break;
            case ScalarType scalar:
                CheckScalar(literal, scalar);
                break;
        }
    }

    private void CheckObject(ObjectValueNode value, InputObjectType type)
    {
        var given = new Dictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
            given[field.Name.Value] = field;

        string? shown = null;
        foreach (var definition in type.Fields)
        {
            if (given.TryGetValue(definition.Name, out var field))
                Check(field.Value, definition.Type);
            else if (definition.IsRequired)
                report($"Expected value of type \"{type}\" to include required field \"{definition.Name}\", found: {shown ??= Show(value)}.", value);
        }

        foreach (var field in value.Fields.Where(field => type.Fields.Find(field.Name.Value) is null))
        {
            var suggestion = Suggest(field.Name.Value, type.Fields.Names);
            var found = suggestion.Length > 0 ? $".{suggestion} Found" : ", found";
            report($"Expected value of type \"{type}\" not to include unknown field \"{field.Name}\"{found}: {shown ??= Show(value)}.", field);
        }

        if (type.IsOneOf)
            CheckOneOf(value, type);
    }

    /// <summary>Spec section 3.10.1.</summary>
    private void CheckOneOf(ObjectValueNode value, InputObjectType type)
    {
        var known = value.Fields.Where(field => type.Fields.Find(field.Name.Value) is not null).Take(2).ToList();
        if (known is not [{ Value: not NullValueNode }])
            report($"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.", value);
    }

    private void CheckEnum(ValueNode literal, EnumType type)
    {
        const string What = "the enum value";
        if (literal is not EnumValueNode name)
        {
            var text = WithoutVariables(literal).ToString();
            report($"Enum \"{type}\" cannot represent non-enum value: {text}.{Suggest(text, type.Values.Names, What)}", literal);
        }
        else if (type.Values.Find(name.Value) is null)
            report($"Value \"{name.Value}\" does not exist in \"{type}\" enum.{Suggest(name.Value, type.Values.Names, What)}", literal);
    }

    private void CheckScalar(ValueNode literal, ScalarType type)
    {
        if (!type.Coercion.TryReadBoxedLiteral(WithoutVariables(literal), out _, out var error))
            report(error, literal);
    }

    private static string Show(ValueNode literal)
    {
        var text = literal.ToString();
        return text.Length > MaxShownLength ? text[..MaxShownLength] + "..." : text;
    }

    private string Suggest(string name, IEnumerable<string> candidates, string? what = null) =>
        hideSuggestions ? string.Empty : Suggestions.DidYouMean(Suggestions.For(name, candidates), what);

    /// <summary>For a scalar the value of a variable is unknown here: null in lists, left out of objects.</summary>
    private static ValueNode WithoutVariables(ValueNode literal) => literal switch
    {
        VariableNode => new NullValueNode(literal.Location),
        ListValueNode list => new ListValueNode(list.Location, [.. list.Values.Select(WithoutVariables)]),
        ObjectValueNode value => new ObjectValueNode(
            value.Location,
            [.. value.Fields.Where(field => field.Value is not VariableNode).Select(field => new ObjectFieldNode(field.Location, field.Name, WithoutVariables(field.Value)))]),
        _ => literal,
    };
}
