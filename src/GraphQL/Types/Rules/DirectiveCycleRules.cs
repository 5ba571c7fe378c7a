namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>A directive does not use itself, directly, through other directives or through the types of its arguments (spec section 3.13).</summary>
internal static class DirectiveCycleRules
{
    public static void Check(SchemaCheck check)
    {
        foreach (var directive in check.Directives)
        {
            var visited = new HashSet<INamedElement>();
            var open = new Stack<INamedElement>(Uses(check, directive));
            while (open.TryPop(out var element))
            {
                if (ReferenceEquals(element, directive))
                {
                    check.Report(directive, $"Directive {directive} must not reference itself.");
                    break;
                }

                if (visited.Add(element))
                {
                    foreach (var used in Uses(check, element))
                        open.Push(used);
                }
            }
        }
    }

    private static IEnumerable<INamedElement> Uses(SchemaCheck check, INamedElement element)
    {
        IEnumerable<SchemaMember> members = element switch
        {
            DirectiveDefinition directive => directive.Arguments,
            InputObjectType input => input.Fields,
            EnumType type => type.Values,
            _ => [],
        };
        foreach (var applied in members.SelectMany(member => member.AppliedDirectives).Concat(element.AppliedDirectives))
        {
            if (check.Schema.FindDirective(applied.Name.Value) is { } directive)
                yield return directive;
        }

        foreach (var input in members.OfType<InputValue>())
            yield return input.Type.Named;
    }
}
