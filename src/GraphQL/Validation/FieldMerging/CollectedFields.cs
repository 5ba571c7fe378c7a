using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <summary>A field where it was selected.</summary>
internal sealed class FieldEntry(NamedType? parentType, FieldNode node)
{
    public NamedType? ParentType { get; } = parentType;

    public FieldNode Node { get; } = node;

    /// <summary>The definition, or null for unknown fields and those that every type has.</summary>
    public Field? Definition { get; } = (parentType as FieldsType)?.Fields.Find(node.Name.Value);

    public DirectiveNode? Stream { get; } = node.FindDirective("stream");

    /// <summary>Nothing but a name: two of them conflict only by name and type.</summary>
    public bool IsSimpleLeaf => Node.Arguments.IsEmpty && Node.SelectionSet is null && Stream is null;
}

/// <summary>The fields of a selection set by response name, inline fragments included, and the fragments it spreads.</summary>
internal sealed class CollectedFields(int number)
{
    private readonly Dictionary<string, List<FieldEntry>> _byName = new(StringComparer.Ordinal);

    /// <summary>Tells the sets of one document apart.</summary>
    public int Number { get; } = number;

    /// <summary>Groups in the order in which their names first occur.</summary>
    public List<(string ResponseName, List<FieldEntry> Fields)> Groups { get; } = [];

    /// <summary>Spreads in order, with repetitions.</summary>
    public List<FragmentSpreadNode> Spreads { get; } = [];

    /// <summary>The distinct fragments of <see cref="Spreads"/> once somebody needed them; null in it stands for unknown ones.</summary>
    public List<FragmentDefinitionNode?>? Fragments { get; set; }

    public List<FieldEntry>? Find(string responseName) => _byName.GetValueOrDefault(responseName);

    public void Add(FieldEntry field)
    {
        if (!_byName.TryGetValue(field.Node.ResponseName, out var group))
        {
            _byName.Add(field.Node.ResponseName, group = []);
            Groups.Add((field.Node.ResponseName, group));
        }

        group.Add(field);
    }
}
