using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL;

/// <summary>A field that is null because the caller may not see it, and the permission that would show it.</summary>
public sealed record HiddenField(string Field, string Permission);

/// <summary>Which of a type's hidden fields are hidden from this caller: the same for all objects of the type.</summary>
internal sealed class HiddenFieldSource(IReadOnlyList<HiddenField> all) : ValueSource<IReadOnlyList<HiddenField>>
{
    public override IReadOnlyList<HiddenField> Get(in ResolveCall call)
    {
        var run = call.Run;
        return all.All(field => run.Allows(field.Permission)) ? [] : [.. all.Where(field => !run.Allows(field.Permission))];
    }
}
