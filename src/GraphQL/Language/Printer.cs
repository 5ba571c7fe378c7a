namespace ServiceCrm.GraphQL.Language;

/// <summary>Writes syntax trees as text, laid out as graphql-js does: two spaces, lines broken beyond 80 characters.</summary>
public static partial class Printer
{
    private const int MaxLineLength = 80;

    /// <summary>The text of a node without a final line end.</summary>
    public static string Print(AstNode node) => node switch
    {
        DocumentNode document => Join(document.Definitions, "\n\n"),
        ValueNode value => PrintValue(value),
        TypeNode type => PrintType(type),
        OperationDefinitionNode operation => PrintOperation(operation),
        FragmentDefinitionNode fragment => Description(fragment.Description) + "fragment " + fragment.Name + " on " + Print(fragment.TypeCondition)
            + " " + Wrap(string.Empty, Join(fragment.Directives, " "), " ") + Print(fragment.SelectionSet),
        VariableDefinitionNode variable => Description(variable.Description) + Print(variable.Variable) + ": " + Print(variable.Type)
            + Default(variable.DefaultValue) + Directives(variable.Directives),
        SelectionSetNode { Selections.Length: 0 } => "{}",
        SelectionSetNode set => Block(set.Selections),
        FieldNode field => PrintField(field),
        FragmentSpreadNode spread => "..." + spread.Name + Directives(spread.Directives),
        InlineFragmentNode fragment => Words("...", Wrap("on ", fragment.TypeCondition?.Name.Value), Join(fragment.Directives, " "), Print(fragment.SelectionSet)),
        ArgumentNode argument => argument.Name + ": " + Print(argument.Value),
        ObjectFieldNode field => field.Name + ": " + Print(field.Value),
        DirectiveNode directive => "@" + directive.Name + Wrap("(", Join(directive.Arguments, ", "), ")"),
        _ => PrintTypeSystem(node),
    };

    /// <summary>A string in quotes with everything escaped that would not survive.</summary>
    public static string QuoteString(string value)
    {
        var result = new StringBuilder("\"", value.Length + 2);
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                < ' ' or (>= '\x7F' and <= '\x9F') => result.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }

    private static string PrintValue(ValueNode value) => value switch
    {
        VariableNode variable => "$" + variable.Name,
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode text => text.IsBlock ? BlockStrings.Print(text.Value) : QuoteString(text.Value),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        EnumValueNode name => name.Value,
        ListValueNode list => PrintList(list),
        ObjectValueNode fields => PrintObject(fields),
        _ => "null",
    };

    private static string PrintList(ListValueNode list)
    {
        var items = PrintAll(list.Values);
        return 2 + JoinedLength(items) > MaxLineLength ? "[\n" + Indent(string.Join('\n', items)) + "\n]" : "[" + string.Join(", ", items) + "]";
    }

    private static string PrintObject(ObjectValueNode value)
    {
        var fields = PrintAll(value.Fields);
        return 4 + JoinedLength(fields) > MaxLineLength ? BlockOf(fields)
            : fields.Length == 0 ? "{  }"
            : "{ " + string.Join(", ", fields) + " }";
    }

    private static string PrintType(TypeNode type) => type switch
    {
        ListTypeNode list => "[" + PrintType(list.Type) + "]",
        NonNullTypeNode nonNull => PrintType(nonNull.Type) + "!",
        _ => ((NamedTypeNode)type).Name.Value,
    };

    private static string PrintOperation(OperationDefinitionNode operation)
    {
        var variables = PrintAll(operation.VariableDefinitions);
        var list = Array.Exists(variables, IsMultiline) ? Wrap("(\n", string.Join('\n', variables), "\n)") : Wrap("(", string.Join(", ", variables), ")");
        var prefix = Description(operation.Description)
            + Words(Keyword(operation.Operation), operation.Name?.Value + list, Join(operation.Directives, " "));
        return (string.Equals(prefix, "query", StringComparison.Ordinal) ? string.Empty : prefix + " ") + Print(operation.SelectionSet);
    }

    private static string PrintField(FieldNode field)
    {
        var prefix = Wrap(string.Empty, field.Alias?.Value, ": ") + field.Name;
        var arguments = PrintAll(field.Arguments);
        var list = prefix.Length + JoinedLength(arguments) + 2 > MaxLineLength
            ? Wrap("(\n", Indent(string.Join('\n', arguments)), "\n)")
            : Wrap("(", string.Join(", ", arguments), ")");
        return prefix + list + Directives(field.Directives) + Wrap(" ", field.SelectionSet is null ? null : Print(field.SelectionSet));
    }

    internal static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static string Description(StringValueNode? description) => description is null ? string.Empty : Print(description) + "\n";

    private static string Directives(ImmutableArray<DirectiveNode> directives) => Wrap(" ", Join(directives, " "));

    private static string Default(ValueNode? value) => value is null ? string.Empty : " = " + Print(value);

    private static string[] PrintAll<T>(ImmutableArray<T> nodes)
        where T : AstNode => [.. nodes.Select(Print)];

    private static string Join<T>(ImmutableArray<T> nodes, string separator)
        where T : AstNode => string.Join(separator, nodes.Select(Print));

    private static string Words(params ReadOnlySpan<string?> words)
    {
        var result = new StringBuilder();
        foreach (var word in words)
        {
            if (!string.IsNullOrEmpty(word))
                result.Append(result.Length > 0 ? " " : string.Empty).Append(word);
        }

        return result.ToString();
    }

    private static string Wrap(string start, string? content, string end = "") =>
        string.IsNullOrEmpty(content) ? string.Empty : start + content + end;

    private static string Block<T>(ImmutableArray<T> nodes)
        where T : AstNode => BlockOf(PrintAll(nodes));

    private static string BlockOf(string[] lines) => lines.Length == 0 ? string.Empty : "{\n" + Indent(string.Join('\n', lines)) + "\n}";

    private static string Indent(string text) => text.Length == 0 ? text : "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);

    private static bool IsMultiline(string text) => text.Contains('\n', StringComparison.Ordinal);

    private static int JoinedLength(string[] items) => items.Sum(item => item.Length) + (2 * Math.Max(0, items.Length - 1));
}
