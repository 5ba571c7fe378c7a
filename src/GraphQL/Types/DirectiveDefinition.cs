namespace ServiceCrm.GraphQL.Types;

/// <summary>A directive that documents or schemas may use (spec section 3.13).</summary>
public sealed class DirectiveDefinition : SchemaMember
{
    public DirectiveDefinition(string name, params ReadOnlySpan<DirectiveLocation> locations)
        : base(name)
    {
        Arguments = new(this);
        Locations = [.. locations];
    }

    /// <summary>The arguments in order of declaration.</summary>
    public MemberList<Argument> Arguments { get; }

    /// <summary>Where it may stand, in order of declaration.</summary>
    public ImmutableArray<DirectiveLocation> Locations { get; set => field = Guard(value); }

    /// <summary>May stand more than once at one place.</summary>
    public bool IsRepeatable { get; set => field = Guard(value); }

    /// <summary>One of the directives of spec section 3.13 that every schema has.</summary>
    public bool IsBuiltIn { get; internal init; }

    /// <summary><c>@name</c>.</summary>
    public override string Coordinate => "@" + Name;

    internal override void Freeze()
    {
        base.Freeze();
        Arguments.Freeze();
    }
}
