using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Compiles one operation of a valid document into a <see cref="Plan"/>. The syntax tree is not needed afterwards.</summary>
internal sealed class PlanCompiler
{
    // Fields of one plan, all concrete types of abstract positions counted. Beyond it a document costs more than any real one.
    private const int MaxPlanFields = 50_000;

    private readonly GraphQLSchema _schema;
    private readonly object?[]? _variables;
    private readonly DocumentNode _document;
    private readonly OperationDefinitionNode _operation;
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<string> _permissions = [];
    private readonly Conditions _conditions = new();
    private readonly Dictionary<SelectionKey, SelectionSet> _shared = [];
    private readonly FieldCollector _collector;
    private readonly bool _allowsIntrospection;
    private int _fieldCount;
    private int _columnCount;
    private int _argumentCount;
    private bool _isConstant;
    private bool _hasVariableCost;

    private PlanCompiler(GraphQLSchema schema, DocumentNode document, OperationDefinitionNode operation, bool allowsIntrospection, object?[]? variables)
    {
        _variables = variables;
        _schema = schema;
        _allowsIntrospection = allowsIntrospection;
        _document = document;
        _operation = operation;
        for (var i = 0; i < operation.VariableDefinitions.Length; i++)
            _slots.TryAdd(operation.VariableDefinitions[i].Variable.Name.Value, i);
        _collector = new FieldCollector(schema.Types, document, _slots, variables);
        _isConstant = operation.VariableDefinitions.IsEmpty && operation.Operation == OperationType.Query;
    }

    public static Plan Compile(GraphQLSchema schema, DocumentNode document, OperationDefinitionNode operation, bool allowsIntrospection) =>
        new PlanCompiler(schema, document, operation, allowsIntrospection, null).Compile();

    private Plan Compile()
    {
        var root = _schema.Types.RootType(_operation.Operation)
            ?? throw new GraphQLFieldException("GRAPHQL_VALIDATION_FAILED", $"Schema is not configured to execute {_operation.Operation.ToString().ToLowerInvariant()} operation.");
        var selections = CompileSelections(root, [new SelectionPlace(_operation.SelectionSet, [])], UsageSet.None);
        var hasIncremental = _collector.HasIncremental && _operation.Operation != OperationType.Subscription;
        var plan = new Plan
        {
            Source = _document.Source,
            Kind = _operation.Operation,
            OperationName = _operation.Name?.Value,
            Variables = [.. _operation.VariableDefinitions.Select(CompileVariable)],
            Root = selections,
            Conditions = _conditions,
            Permissions = [.. _permissions],
            ColumnCount = _columnCount,
            ArgumentCount = _argumentCount,
            EventSource = _operation.Operation == OperationType.Subscription ? EventSource(root, selections) : null,
            IsConstant = _isConstant && !hasIncremental,
            IsIncremental = hasIncremental && _variables is not null,
            HasVariableCost = _hasVariableCost || _conditions.Count > 0,
            EstimatedBytes = (_fieldCount * 400) + (_document.Source.Length * (hasIncremental ? 50 : 2)) + 1000,
        };
        if (hasIncremental && _variables is null)
            plan.Incremental = new IncrementalPlans(plan, variables => new PlanCompiler(_schema, _document, _operation, _allowsIntrospection, variables).Compile());
        return plan;
    }

    private FieldRuntime? EventSource(ObjectType root, SelectionSet selections)
    {
        var fields = selections.For(RootValue.Instance).Fields;
        return fields.Length == 1 && root.FindField(fields[0].Info.Name) is { } field ? _schema.RuntimeOf(root, field) : null;
    }

    private PlanVariable CompileVariable(VariableDefinitionNode variable)
    {
        var type = _schema.Types.FindType(variable.Type) ?? throw new InvalidOperationException($"Type {variable.Type} is unknown.");
        var value = variable.DefaultValue is null ? Absent.Value : new LiteralCoercion(null, null).Coerce(variable.DefaultValue, type);
        return new PlanVariable(variable.Variable.Name.Value, type, value, variable.Location.Start);
    }

    private SelectionSet CompileSelections(CompositeType type, SelectionPlace[] sets, UsageSet present)
    {
        var key = new SelectionKey(type, sets, present);
        if (_shared.TryGetValue(key, out var known))
            return known;
        var compiled = type is ObjectType objectType
            ? new SelectionSet(type, CompileSelection(objectType, sets, present))
            : new SelectionSet(type, type.PossibleTypes.ToDictionary(possible => possible.Name, possible => CompileSelection(possible, sets, present), StringComparer.Ordinal), _schema.TypeResolver);

        // Selections with columns belong to one place: their rows are that place's objects. Others are shared, or abstract types that
        // hold abstract types would multiply.
        if (!compiled.HasColumns)
            _shared[key] = compiled;
        return compiled;
    }

    private Selection CompileSelection(ObjectType type, SelectionPlace[] sets, UsageSet present)
    {
        var (collected, begins) = _collector.Collect(type, sets);
        if (_variables is null)
            return CompileFields(type, collected, present, null);

        // Fields that do not come with the present group make groups of their own.
        var groups = collected.ToLookup(UsageSet.Of);
        var later = groups.Where(group => !group.Key.Equals(present))
            .Select(group => new DeferredGroup(group.Key.Usages, new SelectionSet(type, CompileFields(type, group, group.Key, null)))).ToArray();
        return CompileFields(type, groups[present], present, begins.Count + later.Length == 0 ? null : new Deferral([.. begins], later));
    }

    private Selection CompileFields(ObjectType type, IEnumerable<CollectedField> collected, UsageSet present, Deferral? deferral)
    {
        var fields = new List<PlanField>();
        foreach (var (responseName, places) in collected)
        {
            if (++_fieldCount > MaxPlanFields)
                throw new GraphQLFieldException(Errors.ErrorCodes.LimitExceeded, "The operation selects too many fields.");
            fields.Add(CompileField(type, responseName, places, present));
        }

        return new Selection([.. fields], deferral);
    }

    private PlanField CompileField(ObjectType type, string responseName, List<FieldPlace> places, UsageSet present)
    {
        var node = places[0].Node;
        var field = _schema.Types.FindField(type, node.Name.Value) ?? throw new InvalidOperationException($"{type}.{node.Name} is unknown.");
        var isTypeName = ReferenceEquals(field, Introspection.TypeNameField);
        var runtime = isTypeName ? null : _schema.RuntimeOf(type, field);
        if (runtime is IntrospectionRuntime && !_allowsIntrospection)
            throw new GraphQLFieldException(Errors.ErrorCodes.ValidationFailed, $"Introspection is not allowed here, but the operation asks for \"{field.Name}\".");
        var condition = _conditions.Add([.. places.Select(place => place.Terms)]);
        _isConstant &= isTypeName || runtime is IntrospectionRuntime;
        var cost = runtime is null or IntrospectionRuntime ? CostRule.None : new CostRule(field, node, _slots, runtime.Cost(field));
        _hasVariableCost |= cost.HasVariables;
        var info = new PlanFieldInfo
        {
            Cost = cost,
            Runtime = runtime,
            ParentType = type.Name,
            Name = field.Name,
            ResponseName = responseName,
            IsNonNull = field.Type.IsNonNull,
            IsList = field.Type.Nullable is ListType,
            Offsets = [.. places.Select(place => place.Node.Location.Start)],
            Condition = condition,
            Permissions = [.. (runtime?.Permissions ?? []).Select(PermissionIndex)],
            Arguments = field.Arguments.Count == 0 ? ArgumentPlan.None : new ArgumentPlan(field, node, _slots, _argumentCount++),
            Selections = field.Type.Named is CompositeType composite ? CompileSelections(composite, Below(places), present) : null,
            Stream = field.Type.Nullable is ListType ? _collector.StreamOf(node) : null,
            Column = _columnCount,
        };
        var compiled = runtime is null ? new TypeNameField(info) : runtime.Create(info);
        if (compiled is ColumnField)
            _columnCount++;
        return compiled;
    }

    // Inside a field that one place selects, the conditions of that place hold anyway.
    private static SelectionPlace[] Below(List<FieldPlace> places) =>
        [.. places.Where(place => place.Node.SelectionSet is not null)
            .Select(place => new SelectionPlace(place.Node.SelectionSet!, places.Count == 1 ? [] : place.Terms, place.Defer))];

    private int PermissionIndex(string permission)
    {
        var index = _permissions.IndexOf(permission);
        if (index >= 0)
            return index;
        _permissions.Add(permission);
        return _permissions.Count - 1;
    }

    /// <summary>The same selections on the same type: compiled once.</summary>
    private sealed record SelectionKey(CompositeType Type, SelectionPlace[] Sets, UsageSet Present)
    {
        public bool Equals(SelectionKey? other) =>
            other is not null && ReferenceEquals(Type, other.Type) && Present.Equals(other.Present) && Sets.Length == other.Sets.Length
            && Sets.Zip(other.Sets).All(pair => ReferenceEquals(pair.First.Set, pair.Second.Set) && ReferenceEquals(pair.First.Defer, pair.Second.Defer)
                && pair.First.Terms.AsSpan().SequenceEqual(pair.Second.Terms));

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(Type.Name, StringComparer.Ordinal);
            foreach (var place in Sets)
                hash.Add(place.Set.Location.Start);
            return hash.ToHashCode();
        }
    }
}
