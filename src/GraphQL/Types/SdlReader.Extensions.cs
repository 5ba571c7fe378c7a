namespace ServiceCrm.GraphQL.Types;

/// <content>Extensions (spec sections 3.3.2, 3.5.3 and so on).</content>
public sealed partial class SdlReader
{
    private void Extend(TypeSystemDefinitionNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                UseDefaultRootTypesOfExtendedSchema();
                AddToSchema(schema);
                break;
            case DirectiveDefinitionNode extension:
                ExtendDirective(extension);
                break;
            case TypeDefinitionNode { Name.Value: var name } extension when _types.TryGetValue(name, out var type):
                AddToType(type, extension);
                break;
            case TypeDefinitionNode extension:
                _builder.Errors.Add(new(extension.Name.Value, $"Cannot extend type \"{extension.Name}\" because it is not defined."));
                break;
        }
    }

    /// <summary>Without a definition the extension adds to what the names Query, Mutation and Subscription imply.</summary>
    private void UseDefaultRootTypesOfExtendedSchema()
    {
        if (_schema is null)
            UseDefaultRootTypes();
    }

    private void ExtendDirective(DirectiveDefinitionNode extension)
    {
        var directive = _builder.Directives.FirstOrDefault(candidate => string.Equals(candidate.Name, extension.Name.Value, StringComparison.Ordinal));
        if (directive is null)
        {
            _builder.Errors.Add(new("@" + extension.Name, $"Cannot extend directive \"@{extension.Name}\" because it is not defined."));
            return;
        }

        directive.AppliedDirectives = directive.AppliedDirectives.AddRange(extension.Directives);
        directive.DeprecationReason ??= SdlMembers.DeprecationReason(extension.Directives);
    }
}
