using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Turns one declared field into a field of the type model with its runtime.</summary>
internal sealed class FieldCompiler(TypeRegistry registry, OutputTypes outputs, ResolverFactory resolvers, LoaderFactory loaders)
{
    /// <summary>Interface Node and its types; there before the first object type is compiled.</summary>
    public NodeFields? Nodes { get; set; }

    public Field Compile(FieldDeclaration declared, Parent parent)
    {
        var field = new Field(declared.Name, BuiltInScalars.Boolean) { Description = declared.Description, DeprecationReason = declared.DeprecationReason };
        switch (declared.Source)
        {
            case FieldSource.Getter: Getter(field, declared); break;
            case FieldSource.Reference: Reference(field, declared); break;
            case FieldSource.References: References(field, declared); break;
            case FieldSource.AnyNode: AnyNode(field, declared); break;
            case FieldSource.Load: Load(field, declared, parent, loaders.Dictionary); break;
            case FieldSource.LoadMany: Load(field, declared, parent, loaders.Lookup); break;
            default: Resolver(field, declared, parent); break;
        }

        var runtime = ((FieldRuntime)field.Resolver!).Hidden(declared.IsHidden);
        if (declared.Reads is { } reads)
            runtime.Reads(parent.Type.GetProperty(reads) ?? throw new DeclarationException($"{parent.Type.Name} has no property {reads}."));
        Price(field, declared);
        foreach (var (argument, text) in declared.ArgumentDescriptions)
        {
            var found = field.Arguments.Find(argument) ?? throw new DeclarationException($"There is no argument {argument} to describe.");
            found.Description = text;
        }

        return field;
    }

    /// <summary>A field computed by a method: asynchronous when it returns a task.</summary>
    public void Resolver(Field field, FieldDeclaration declared, Parent? parent)
    {
        var bound = resolvers.Bind(declared.Run!, parent, field);
        var (source, shape, isAsync) = Unwrap(bound);
        var output = outputs.Of(shape, Fails(declared));
        field.Type = output.Type;
        field.Resolver = isAsync
            ? New(typeof(AsyncRuntime<>), [output.ValueType], declared, source, output.Shape, declared.IsParallel)
            : New(typeof(InlineRuntime<>), [output.ValueType], declared, source, output.Shape);
    }

    /// <summary>Says in the schema what the author said of the field's cost; a connection is as long as its arguments say.</summary>
    public static void Price(Field field, FieldDeclaration declared)
    {
        if (declared.Weight is { } weight)
            field.AppliedDirectives = field.AppliedDirectives.Add(CostDirectives.OfWeight(weight));
        if (declared.AssumedSize is { } size)
            field.AppliedDirectives = field.AppliedDirectives.Add(CostDirectives.OfList(size));
        else if (field.Arguments.Find("first") is not null && field.Arguments.Find("last") is not null)
            field.AppliedDirectives = field.AppliedDirectives.Add(CostDirectives.OfConnection(PageArgs.DefaultSize));
    }

    /// <summary>The value inside a task.</summary>
    public static (object Source, ClrShape Shape, bool IsAsync) Unwrap(BoundResolver bound)
    {
        var open = bound.Returned.Type.IsGenericType ? bound.Returned.Type.GetGenericTypeDefinition() : null;
        if (open != typeof(Task<>) && open != typeof(ValueTask<>))
            return (bound.Source, bound.Returned, false);
        var shape = bound.Returned.Arguments[0];
        return (open == typeof(Task<>) ? Generic.New(typeof(TaskSource<>), [shape.DeclaredType], bound.Source) : bound.Source, shape, true);
    }

    public static FieldRuntime New(Type open, Type[] types, FieldDeclaration declared, params object?[] arguments) =>
        ((FieldRuntime)Generic.New(open, types, arguments)).WithPermissions(declared.Permission);

    private static bool Fails(FieldDeclaration declared) => !string.IsNullOrEmpty(declared.Permission);

    private void Getter(Field field, FieldDeclaration declared)
    {
        var shape = ClrShape.OfGetter(declared.Getter!);
        var output = outputs.Of(declared.Nullable is { } nullable && !shape.Type.IsValueType ? shape.With(nullable) : shape, Fails(declared));
        field.Type = output.Type;
        field.Resolver = New(typeof(GetterRuntime<,>), [GetterParent(declared), output.ValueType], declared, declared.Getter, output.Shape);
    }

    private void Reference(Field field, FieldDeclaration declared)
    {
        var shape = ClrShape.Of(declared.Getter!.Method.ReturnType);
        var node = NodeOf(shape.Type);
        var loader = loaders.Dictionary(node.Node!.ByIds, shape.Type);
        var output = OutputTypes.Composite(node.Name, loader.Value, nonNull: false);
        field.Type = output.Type;
        field.Resolver = New(typeof(LoadRuntime<,>), [shape.Type, output.ValueType], declared, Key(declared, shape), loader.Loader, output.Shape)
            .WithPermissions(node.Node.Permission, declared.Permission);
    }

    private void References(Field field, FieldDeclaration declared)
    {
        var list = ClrShape.Of(declared.Getter!.Method.ReturnType);
        var id = list.Arguments[0].Type;
        var node = NodeOf(id);
        var loader = loaders.Dictionary(node.Node!.ByIds, id);
        var item = OutputTypes.Composite(node.Name, loader.Value, nonNull: true);
        var nonNull = string.IsNullOrEmpty(declared.Permission) && string.IsNullOrEmpty(node.Node.Permission);
        field.Type = nonNull ? item.Type.List().NonNull() : item.Type.List();
        field.Resolver = New(
            typeof(LoadListRuntime<,>),
            [id, item.ValueType],
            declared,
            Key(declared, list),
            loader.Loader,
            Generic.New(typeof(ListShape<>), [item.ValueType], item.Shape, true, nonNull)).WithPermissions(node.Node.Permission, declared.Permission);
    }

    private void AnyNode(Field field, FieldDeclaration declared)
    {
        field.Type = Nodes?.Interface ?? throw new DeclarationException("No type of this schema is a node.");
        var key = Generic.New(typeof(AnyNodeKey<>), [GetterParent(declared)], declared.Getter!);
        field.Resolver = new AnyNodeRuntime((KeySource<string>)key, Nodes.Entries).WithPermissions(declared.Permission);
    }

    private void Load(Field field, FieldDeclaration declared, Parent parent, Func<Delegate, Type, BoundLoader> bind)
    {
        var getter = declared.Getter ?? parent.Id ?? throw new DeclarationException("The type is no node, so there is no id to load by.");
        var key = ClrShape.Of(getter.Method.ReturnType);
        var loader = bind(declared.Run!, key.Type);
        var output = outputs.Of(loader.Value, Fails(declared));
        field.Type = output.Type;
        field.Resolver = New(typeof(LoadRuntime<,>), [key.Type, output.ValueType], declared, Key(getter, key), loader.Loader, output.Shape);
    }

    private TypeDeclaration NodeOf(Type id) => registry.NodeOf(id)
        ?? throw new DeclarationException($"No type is declared as the node of {id.Name}; call t.Node(...) on it in this schema.");

    private static object Key(FieldDeclaration declared, ClrShape key) => Key(declared.Getter!, key);

    private static object Key(Delegate getter, ClrShape key)
    {
        var parent = getter.GetType().GetGenericArguments()[0];
        return Generic.New(key.IsNullable ? typeof(NullableGetterKey<,>) : typeof(GetterKey<,>), [parent, key.Type], getter);
    }

    private static Type GetterParent(FieldDeclaration declared) => declared.Getter!.GetType().GetGenericArguments()[0];
}
