using System.Text.Json.Nodes;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.Host.Tests;

/// <summary>A place in an input where a value of a scalar stands, however deep.</summary>
internal sealed record InputPath(IReadOnlyList<InputField> Steps)
{
    private static readonly Dictionary<string, string> IdTypes = new(StringComparer.Ordinal)
    {
        ["company"] = "Customer", ["owner"] = "User", ["assignee"] = "User", ["member"] = "User", ["note"] = "CustomerNote",
    };

    public string LastName => Steps[^1].Name;

    /// <summary>The type whose ids belong here, by the name of the field.</summary>
    public string IdType
    {
        get
        {
            var stem = LastName.EndsWith("Ids", StringComparison.Ordinal) ? LastName[..^3] : LastName[..^2];
            return IdTypes.GetValueOrDefault(stem) ?? char.ToUpperInvariant(stem[0]) + stem[1..];
        }
    }

    /// <summary>The example with another value here; what is missing on the way is made, with its required texts filled in.</summary>
    public JsonObject With(JsonObject example, string value)
    {
        var root = (JsonObject)example.DeepClone();
        var at = root;
        foreach (var step in Steps.Take(Steps.Count - 1))
        {
            at = Into(at, step);
        }

        at[LastName] = Steps[^1].Type.Nullable is ListType ? new JsonArray(value) : value;
        return root;
    }

    public override string ToString() => string.Join('.', Steps.Select(s => s.Name));

    private static JsonObject Into(JsonObject at, InputField step)
    {
        var isList = step.Type.Nullable is ListType;
        var next = (isList ? (at[step.Name] as JsonArray)?.FirstOrDefault() : at[step.Name]) as JsonObject;
        if (next is null)
        {
            next = [];
            foreach (var needed in ((InputObjectType)step.Type.Named).Fields.Where(f => f.IsRequired))
            {
                next[needed.Name] = needed.Type.Named.Name is "Int" or "Long" ? 0 : "x";
            }

            at[step.Name] = isList ? new JsonArray(next) : next;
        }

        return next;
    }
}

internal static class InputPaths
{
    /// <summary>Every place of that scalar in an input, lists and nested inputs included.</summary>
    public static IEnumerable<InputPath> Of(InputObjectType input, string scalar) => Below(input, scalar, []);

    private static IEnumerable<InputPath> Below(InputObjectType input, string scalar, IReadOnlyList<InputField> way)
    {
        foreach (var field in input.Fields)
        {
            if (field.Type.Named is InputObjectType nested)
            {
                foreach (var path in Below(nested, scalar, [.. way, field]))
                {
                    yield return path;
                }
            }
            else if (field.Type.Named.Name == scalar)
            {
                yield return new InputPath([.. way, field]);
            }
        }
    }
}
