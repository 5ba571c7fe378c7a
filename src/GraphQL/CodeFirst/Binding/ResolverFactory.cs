using System.Linq.Expressions;
using System.Reflection;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>The object on which a field stands.</summary>
/// <param name="Type">Its CLR type.</param>
/// <param name="IdType">The type of its node id, if it is a node.</param>
/// <param name="Id">Reads that id.</param>
internal sealed record Parent(Type Type, Type? IdType = null, Delegate? Id = null);

/// <summary>A resolver made callable.</summary>
/// <param name="Source">The <c>ValueSource</c> of what the method returns.</param>
/// <param name="Returned">What the method returns, as declared.</param>
internal sealed record BoundResolver(object Source, ClrShape Returned);

/// <summary>Decides once how each parameter of a resolver gets its value and closes the typed call over it.</summary>
internal sealed class ResolverFactory(SchemaBuilder builder, InputTypes inputs)
{
    private static readonly Type[] Calls =
    [
        typeof(Call0<>), typeof(Call1<,>), typeof(Call2<,,>), typeof(Call3<,,,>), typeof(Call4<,,,,>),
        typeof(Call5<,,,,,>), typeof(Call6<,,,,,,>), typeof(Call7<,,,,,,,>), typeof(Call8<,,,,,,,,>),
    ];

    /// <summary>Binds a method; its GraphQL arguments are added to the field.</summary>
    public BoundResolver Bind(Delegate run, Parent? parent, Field? field)
    {
        var method = run.Method;
        if (method.ReturnType == typeof(void))
            throw new DeclarationException($"{method.Name} returns nothing; it must return a value or a Task.");
        var parameters = method.GetParameters();
        var target = run.Target;
        var parentTaken = parent is null;
        var binders = Array.ConvertAll(parameters, parameter => BinderOf(parameter, parent, ref parentTaken, field));
        var types = Array.ConvertAll(parameters, parameter => parameter.ParameterType);
        var source = parameters.Length < Calls.Length
            ? Generic.New(Calls[parameters.Length], [.. types, method.ReturnType], [CreateDelegate(method, target, types), .. binders])
            : Generic.New(typeof(InvokerCall<>), [method.ReturnType], method, target, BoxedBinders(types, binders));
        return new BoundResolver(source, ClrShape.Of(method.ReturnParameter));
    }

    private object BinderOf(ParameterInfo parameter, Parent? parent, ref bool parentTaken, Field? field)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
            return new CancellationBinder();
        if (!parentTaken && IsParent(type, parent!))
        {
            parentTaken = true;
            return parent!.Type.IsAssignableTo(type)
                ? Generic.New(typeof(ParentBinder<>), [type])
                : Generic.New(typeof(ParentIdBinder<,>), [parent.Type, type], parent.Id);
        }

        if (field is not null && type == typeof(FieldContext))
            return new ContextBinder();
        if (field is not null && type == typeof(PageArgs))
            return AddPageArguments(field);
        if (builder.IsService?.IsService(type) == true && !IsSequence(type))
            return Generic.New(typeof(ServiceBinder<>), [type]);
        if (field is not null && inputs.Find(ClrShape.Of(parameter)) is { } input)
            return AddArgument(field, parameter, input);
        throw new DeclarationException(
            $"Parameter {parameter.Name} of {parameter.Member.Name} is a {type.Name}: neither a registered service nor an input type (input records end in Input, Filter or Order).");
    }

    // A container has every IEnumerable<T>, if need be an empty one: as a parameter it is meant as a list of input.
    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    // object is everything's base: a parameter of it is never meant as the parent.
    private static bool IsParent(Type type, Parent parent) => type != typeof(object) && (parent.Type.IsAssignableTo(type) || type == parent.IdType);

    private static PageArgsBinder AddPageArguments(Field field)
    {
        var index = field.Arguments.Count;
        field.Arguments.AddRange(
            new Argument("first", BuiltInScalars.Int) { Description = $"How many from the start, at most {PageArgs.MaxSize}; {PageArgs.DefaultSize} when neither first nor last is given." },
            new Argument("after", BuiltInScalars.String) { Description = "The cursor to start behind." },
            new Argument("last", BuiltInScalars.Int) { Description = $"How many from the end, at most {PageArgs.MaxSize}." },
            new Argument("before", BuiltInScalars.String) { Description = "The cursor to end before." });
        return new PageArgsBinder(index);
    }

    private object AddArgument(Field field, ParameterInfo parameter, InputType input)
    {
        var index = field.Arguments.Count;
        var defaultValue = inputs.DefaultOf(parameter);
        var argument = new Argument(parameter.Name!, parameter.HasDefaultValue && defaultValue is null ? input.Type.Nullable : input.Type) { DefaultValue = defaultValue };
        argument.SetFeature(input.Binder);
        field.Arguments.Add(argument);
        return Generic.New(typeof(ArgumentBinder<>), [parameter.ParameterType], index, RecordBinder.DefaultOf(parameter));
    }

    private static Delegate CreateDelegate(MethodInfo method, object? target, Type[] types)
    {
        var type = Expression.GetDelegateType([.. types, method.ReturnType]);
        return method.IsStatic && target is null ? method.CreateDelegate(type) : method.CreateDelegate(type, target);
    }

    private static List<IBoxedBinder> BoxedBinders(Type[] types, object[] binders) =>
        [.. types.Zip(binders).Select(pair => (IBoxedBinder)Generic.New(typeof(BoxedBinder<>), [pair.First], pair.Second))];
}
