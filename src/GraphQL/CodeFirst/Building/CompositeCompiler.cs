using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Builds objects, interfaces and unions from their declarations.</summary>
internal sealed class CompositeCompiler(SchemaBuilder builder, TypeRegistry registry, OutputTypes outputs, FieldCompiler fields, Mistakes mistakes)
{
    private readonly List<TypeDeclaration> _interfaces = [.. builder.Types.Where(type => type.Kind == TypeDeclarationKind.Interface)];

    /// <summary>Builds all declared types and those that turn up on the way.</summary>
    public void CompileAll()
    {
        while (registry.TryTake(out var type))
            mistakes.Try(type.Name, type.At, () => Compile(type));
    }

    private void Compile(TypeDeclaration type)
    {
        switch (type.Kind)
        {
            case TypeDeclarationKind.Union:
                registry.Add(new UnionType(type.Name) { Description = type.Description, MemberReferences = [.. type.Members.Select(Member)] });
                break;
            case TypeDeclarationKind.Interface:
                AddFields(registry.Add(new InterfaceType(type.Name) { Description = type.Description }), type);
                break;
            default:
                AddFields(registry.Add(new ObjectType(type.Name) { Description = type.Description }), type);
                break;
        }
    }

    private TypeReference Member(Type member) =>
        new((registry.Composite(member) ?? throw new DeclarationException($"{member.Name} is no declared object.")).Name);

    private void AddFields(FieldsType target, TypeDeclaration type)
    {
        var parent = new Parent(type.ClrType, type.Node?.IdType, type.Node?.Id);
        foreach (var field in type.Fields)
            Add(target, field, parent);
        if (type.Kind == TypeDeclarationKind.Record)
            AddProperties(target, type);
        var extensions = builder.Extensions.Where(extension => type.Node is not null && extension.IdType == type.Node.IdType);
        foreach (var field in extensions.SelectMany(extension => extension.Fields))
            Add(target, field, parent);
        AddInterfaces(target, type, parent);
        AddHiddenFields(target, [.. type.Fields.Where(field => field.IsHidden)]);
    }

    private void AddHiddenFields(FieldsType target, IReadOnlyList<FieldDeclaration> hidden)
    {
        if (hidden.Count == 0)
            return;
        if (registry.Composite(typeof(HiddenField)) is null)
            registry.AddRecord(typeof(HiddenField)).Description = "A field that is null because the caller may not see it, and the permission that would show it.";
        var output = outputs.Of(ClrShape.Of(typeof(IReadOnlyList<HiddenField>)));
        var source = new HiddenFieldSource([.. hidden.Select(field => new HiddenField(field.Name, field.Permission!))]);
        target.Fields.Add(new Field("hiddenFields", output.Type)
        {
            Description = "The fields that are null because the caller may not see them.",
            Resolver = new InlineRuntime<IReadOnlyList<HiddenField>>(source, (OutputShape<IReadOnlyList<HiddenField>>)output.Shape),
        });
    }

    private void AddInterfaces(FieldsType target, TypeDeclaration type, Parent parent)
    {
        var implemented = new List<GraphQLType>();
        if (type.Node is not null)
            implemented.Add(new TypeReference(NodeFields.InterfaceName));
        foreach (var declared in _interfaces.Where(declared => declared != type && type.ClrType.IsAssignableTo(declared.ClrType)))
        {
            implemented.Add(new TypeReference(declared.Name));
            foreach (var field in declared.Fields.Where(field => target.FindField(field.Name) is null))
                Add(target, field, parent);
        }

        target.InterfaceReferences = [.. implemented];
    }

    private void AddProperties(FieldsType target, TypeDeclaration type)
    {
        foreach (var property in RecordFields.Of(type.ClrType))
        {
            mistakes.Try($"{type.Name}.{Naming.Field(property.Name)}", type.At, () =>
            {
                var output = outputs.Of(ClrShape.Of(property));
                var runtime = (FieldRuntime)Generic.New(typeof(GetterRuntime<,>), [property.ReflectedType!, output.ValueType], RecordFields.Getter(property), output.Shape);
                target.Fields.Add(new Field(Naming.Field(property.Name), output.Type) { Resolver = runtime });
            });
        }
    }

    private void Add(FieldsType target, FieldDeclaration field, Parent parent)
    {
        var coordinate = $"{target.Name}.{field.Name}";
        if (target.FindField(field.Name) is not null)
            mistakes.Add(coordinate, "The field is declared twice.", field.At);
        else
            mistakes.Try(coordinate, field.At, () => target.Fields.Add(fields.Compile(field, parent)));
    }
}
