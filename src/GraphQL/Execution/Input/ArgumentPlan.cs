using System.Runtime.ExceptionServices;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// The arguments of one selected field (spec section 6.4.1). Constant ones are coerced when the plan is compiled, others once per request;
/// rows share them.
/// </summary>
internal sealed class ArgumentPlan
{
    private readonly MemberList<Argument>? _definitions;
    private readonly ValueNode?[] _given = [];
    private readonly IReadOnlyDictionary<string, int>? _slots;
    private readonly object?[]? _constant;
    private readonly ExceptionDispatchInfo? _constantFailure;
    private readonly int _index;

    private ArgumentPlan() => _constant = [];

    public ArgumentPlan(Field field, FieldNode node, IReadOnlyDictionary<string, int> slots, int index)
    {
        _definitions = field.Arguments;
        _slots = slots;
        _index = index;
        _given = new ValueNode?[field.Arguments.Count];
        foreach (var argument in node.Arguments)
        {
            for (var i = 0; i < _given.Length; i++)
            {
                if (string.Equals(field.Arguments[i].Name, argument.Name.Value, StringComparison.Ordinal))
                    _given[i] = argument.Value;
            }
        }

        IsConstant = !_given.Any(value => value is not null && LiteralCoercion.HasVariables(value));
        if (!IsConstant)
            return;
        try
        {
            _constant = Coerce(null);
        }
        catch (Exception failure) when (failure is GraphQLFieldException or InvalidInputProblems)
        {
            // A mistake in a constant is the field's error, each time it runs.
            _constantFailure = ExceptionDispatchInfo.Capture(failure);
        }
    }

    public static ArgumentPlan None { get; } = new();

    public bool IsConstant { get; } = true;

    /// <summary>The values in the order of the field's arguments; throws what is the field's error.</summary>
    public object?[] Values(RequestRun run)
    {
        _constantFailure?.Throw();
        return _constant ?? (run.Arguments[_index] ??= Coerce(run.Variables));
    }

    private object?[] Coerce(object?[]? variables)
    {
        var values = new object?[_given.Length];
        var problems = new List<InputProblem>();
        for (var i = 0; i < values.Length; i++)
        {
            var definition = _definitions![i];
            var value = Coerce(definition, _given[i], variables);
            values[i] = definition.Feature<InputBinder>() is { } binder ? binder.Bind(value, definition.Name, problems) : value;
        }

        return problems.Count == 0 ? values : throw new InvalidInputProblems(problems);
    }

    private object? Coerce(Argument definition, ValueNode? given, object?[]? variables)
    {
        var value = given is null ? Absent.Value : new LiteralCoercion(_slots, variables).Coerce(given, definition.Type);
        if (value is Absent)
            value = LiteralCoercion.DefaultOf(definition);
        if (value is Absent && definition.Type.IsNonNull)
            throw new GraphQLFieldException(LiteralCoercion.InvalidCode, $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.");
        return value;
    }
}
