using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Builds mutations: one argument <c>input</c>, and a payload with what changed and the expected errors.</summary>
internal sealed class MutationCompiler(SchemaBuilder builder, TypeRegistry registry, OutputTypes outputs, ResolverFactory resolvers)
{
    public Field Compile(FieldDeclaration declared)
    {
        var payload = registry.Add(new ObjectType(Naming.Pascal(declared.Name) + "Payload"));
        var field = new Field(declared.Name, payload.NonNull()) { Description = declared.Description, DeprecationReason = declared.DeprecationReason };
        var bound = resolvers.Bind(declared.Run!, null, field);
        CheckInput(field, declared);
        FieldCompiler.Price(field, declared);
        field.Resolver = bound.Returned.Type == typeof(Task)
            ? Runtime(declared, typeof(object), new PlainTaskSource((ValueSource<Task>)bound.Source))
            : WithResult(declared, payload, bound);
        payload.Fields.Add(ErrorTypes.ErrorsField());
        return field;
    }

    private static void CheckInput(Field field, FieldDeclaration declared)
    {
        foreach (var argument in field.Arguments.Where(argument => argument.Type.Named is InputObjectType && argument.Name is not "input"))
            throw new DeclarationException($"The input record of a mutation must be the parameter \"input\", not \"{argument.Name}\".");
        foreach (var (argument, text) in declared.ArgumentDescriptions)
            (field.Arguments.Find(argument) ?? throw new DeclarationException($"There is no argument {argument} to describe.")).Description = text;
    }

    private FieldRuntime WithResult(FieldDeclaration declared, ObjectType payload, BoundResolver bound)
    {
        var (source, shape, isAsync) = FieldCompiler.Unwrap(bound);
        if (!isAsync)
            source = Generic.New(typeof(CompletedSource<>), [shape.DeclaredType], source);
        if (shape.Type.Name.EndsWith("Payload", StringComparison.Ordinal) && registry.Composite(shape.Type) is null)
            AddProperties(payload, shape.Type);
        else
            AddResult(payload, shape);
        return Runtime(declared, shape.DeclaredType, source);
    }

    private void AddResult(ObjectType payload, ClrShape shape)
    {
        var name = registry.Composite(shape.Type)?.Name ?? (registry.GlobalId(shape.Type) is not null ? shape.Type.Name : null)
            ?? throw new DeclarationException($"A mutation returns a declared object, a typed id, a record named ...Payload or a plain Task, not {shape.Type.Name}.");
        var result = ((IPayloadFactory)Generic.New(shape.Type.IsValueType ? typeof(StructPayload<>) : typeof(ClassPayload<>), [shape.Type])).Create(null);
        var output = outputs.Of(shape.With(isNullable: true));
        payload.Fields.Add(new Field(Naming.Field(name), output.Type)
        {
            Resolver = Generic.New(typeof(GetterRuntime<,>), [typeof(MutationPayload), output.ValueType], result, output.Shape),
        });
    }

    private void AddProperties(ObjectType payload, Type record)
    {
        foreach (var property in RecordFields.Of(record))
        {
            var shape = ClrShape.Of(property);
            var output = outputs.Of(shape.With(isNullable: true));
            var factory = property.PropertyType.IsValueType && !shape.IsNullable ? typeof(StructProperty<,>) : typeof(ClassProperty<,>);
            var getter = ((IPayloadFactory)Generic.New(factory, [record, property.PropertyType])).Create(RecordFields.Getter(property));
            payload.Fields.Add(new Field(Naming.Field(property.Name), output.Type)
            {
                Resolver = Generic.New(typeof(GetterRuntime<,>), [typeof(MutationPayload), output.ValueType], getter, output.Shape),
            });
        }
    }

    private FieldRuntime Runtime(FieldDeclaration declared, Type result, object source) => FieldCompiler.New(
        typeof(AsyncRuntime<>),
        [typeof(MutationPayload)],
        declared,
        Generic.New(typeof(MutationSource<>), [result], source, builder.ErrorMap),
        new ObjectShape<MutationPayload>(nonNull: true),
        false);
}
