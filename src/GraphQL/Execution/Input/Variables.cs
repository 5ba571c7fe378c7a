using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>A variable of an operation, compiled.</summary>
internal sealed record PlanVariable(string Name, GraphQLType Type, object? Default, int Offset);

/// <summary>Coerces the variables of a request into an array by slot (spec section 6.1.2).</summary>
internal static class Variables
{
    private const int MaxErrors = 50;

    /// <summary>The values; null when there are errors.</summary>
    public static object?[]? Coerce(Plan plan, GraphQLRequest request, bool suggests, out List<GraphQLError>? errors)
    {
        var variables = plan.Variables;
        var values = new object?[variables.Length];
        var given = new bool[variables.Length];
        List<GraphQLError>? found = null;
        bool Report(PlanVariable variable, string message)
        {
            if ((found ??= []).Count < MaxErrors)
                found.Add(new GraphQLError(message) { Locations = [plan.Source.GetLocation(variable.Offset)], Code = LiteralCoercion.InvalidCode });
            else if (found.Count == MaxErrors)
                found.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.") { Code = LiteralCoercion.InvalidCode });
            return found.Count <= MaxErrors;
        }

        var reader = new Utf8JsonReader(request.Variables.Span);
        if (!request.Variables.IsEmpty && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            ReadAll(ref reader);
        for (var i = 0; i < variables.Length; i++)
        {
            if (given[i])
                continue;
            values[i] = variables[i].Default;
            if (values[i] is Absent && variables[i].Type.IsNonNull)
                Report(variables[i], $"Variable \"${variables[i].Name}\" has invalid value: Expected a value of non-null type \"{variables[i].Type}\" to be provided.");
        }

        errors = found;
        return found is null ? values : null;

        void ReadAll(ref Utf8JsonReader reader)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var slot = Find(ref reader, variables);
                reader.Read();
                if (slot < 0)
                {
                    reader.Skip();
                    continue;
                }

                var variable = variables[slot];
                given[slot] = true;
                values[slot] = new JsonCoercion(variable.Name, request.Files, suggests, message => Report(variable, message)).Read(ref reader, variable.Type);
            }
        }
    }

    private static int Find(ref Utf8JsonReader reader, PlanVariable[] variables)
    {
        for (var i = 0; i < variables.Length; i++)
        {
            if (reader.ValueTextEquals(variables[i].Name))
                return i;
        }

        return -1;
    }
}
