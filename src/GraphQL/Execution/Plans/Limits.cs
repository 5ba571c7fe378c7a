using System.Runtime.InteropServices;
using ServiceCrm.GraphQL.Errors;
using ServiceCrm.GraphQL.Language;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// Limits on what an operation may ask, before validation spends time on it: depth, fields, aliases, directives and root fields. Fragments
/// count where they are spread; each fragment is measured once, so that measuring itself stays linear.
/// </summary>
internal sealed class Limits
{
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments;
    private readonly Dictionary<string, Measure> _measured = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _maxDirectives;

    private Limits(DocumentNode document) => _fragments = document.Definitions.OfType<FragmentDefinitionNode>()
        .DistinctBy(fragment => fragment.Name.Value, StringComparer.Ordinal)
        .ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

    /// <summary>The broken limit, or null.</summary>
    public static IReadOnlyList<GraphQLError>? Check(DocumentNode document, ExecutionOptions options)
    {
        var limits = new Limits(document);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var measure = limits.Of(operation.SelectionSet);
            limits.CountDirectives(operation.Directives.Length);
            var broken =
                measure.Depth > options.MaxDepth ? $"The operation is {measure.Depth} levels deep; {options.MaxDepth} are allowed."
                : measure.Fields > options.MaxFields ? $"The operation selects more than {options.MaxFields} fields."
                : measure.Aliases > options.MaxAliases ? $"The operation has more than {options.MaxAliases} aliases."
                : measure.Root > options.MaxRootFields ? $"The operation has more than {options.MaxRootFields} fields at its root."
                : limits._maxDirectives > options.MaxDirectives ? $"More than {options.MaxDirectives} directives at one place."
                : null;
            if (broken is not null)
                return [new GraphQLError(broken) { Code = ErrorCodes.LimitExceeded, Locations = [document.Source.GetLocation(operation.Location.Start)] }];
        }

        return null;
    }

    private Measure Of(SelectionSetNode set)
    {
        var total = new Measure(0, 0, 0, 0);
        foreach (var selection in set.Selections)
        {
            CountDirectives(selection.Directives.Length);
            total = total.Beside(selection switch
            {
                FieldNode field => OfField(field),
                InlineFragmentNode fragment => Of(fragment.SelectionSet),
                FragmentSpreadNode spread => OfFragment(spread.Name.Value),
                _ => default,
            });
        }

        return total;
    }

    private Measure OfField(FieldNode field)
    {
        var below = field.SelectionSet is null ? default : Of(field.SelectionSet);
        return new Measure(below.Depth + 1, below.Fields + 1, below.Aliases + (field.Alias is null ? 0 : 1), 1);
    }

    // A fragment that spreads itself is validation's business; here it just must not loop.
    private Measure OfFragment(string name)
    {
        if (_measured.TryGetValue(name, out var known))
            return known;
        if (!_fragments.TryGetValue(name, out var fragment) || !_open.Add(name))
            return default;
        var measure = Of(fragment.SelectionSet);
        _open.Remove(name);
        _measured[name] = measure;
        return measure;
    }

    private void CountDirectives(int count) => _maxDirectives = Math.Max(_maxDirectives, count);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Measure(int Depth, long Fields, long Aliases, long Root)
    {
        private const long Plenty = int.MaxValue;

        // Saturating: nested fragments double what they count with every level.
        public Measure Beside(Measure other) => new(
            Math.Max(Depth, other.Depth),
            Math.Min(Plenty, Fields + other.Fields),
            Math.Min(Plenty, Aliases + other.Aliases),
            Math.Min(Plenty, Root + other.Root));
    }
}
