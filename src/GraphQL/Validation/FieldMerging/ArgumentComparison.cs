namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <summary>Whether two lists of arguments say the same: any order of names, but values as they are written (spec section 5.3.2).</summary>
internal sealed class ArgumentComparison
{
    private readonly Dictionary<ValueNode, string> _keys = new(ReferenceEqualityComparer.Instance);

    public bool AreSame(ImmutableArray<ArgumentNode> left, ImmutableArray<ArgumentNode> right, ref int budget)
    {
        if (left.Length != right.Length)
            return false;

        if (left.IsEmpty)
            return true;

        var values = new Dictionary<string, ValueNode>(StringComparer.Ordinal);
        foreach (var argument in right)
            values[argument.Name.Value] = argument.Value;

        foreach (var argument in left)
        {
            budget--;
            if (!values.TryGetValue(argument.Name.Value, out var other) || !string.Equals(KeyOf(argument.Value), KeyOf(other), StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private string KeyOf(ValueNode value)
    {
        if (!_keys.TryGetValue(value, out var key))
        {
            var text = new StringBuilder();
            Append(value, text);
            _keys.Add(value, key = text.ToString());
        }

        return key;
    }

    /// <summary>Like printing, except that the fields of objects are sorted.</summary>
    private static void Append(ValueNode value, StringBuilder text)
    {
        switch (value)
        {
            case ListValueNode list:
                text.Append('[');
                foreach (var item in list.Values)
                {
                    Append(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case ObjectValueNode fields:
                text.Append('{');
                foreach (var field in fields.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
                {
                    text.Append(field.Name.Value).Append(':');
                    Append(field.Value, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case StringValueNode quoted:
                text.Append(quoted.IsBlock ? "block" : string.Empty).Append(Printer.QuoteString(quoted.Value));
                break;
            default:
                text.Append(value);
                break;
        }
    }
}
