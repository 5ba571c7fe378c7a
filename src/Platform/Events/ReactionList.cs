using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Events;

/// <summary>
/// Which reaction follows which event. A reaction is a static method whose first parameter is the event; the others are
/// services and a cancellation token. Its writes and the mark that it ran are saved together, so a repeat after a crash
/// never doubles them.
/// </summary>
public sealed class ReactionList
{
    private readonly Dictionary<string, Reaction> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, List<Reaction>> _byEvent = [];

    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>Adds a reaction under its stable name (what + when), which is stored in the outbox.</summary>
    public void On<TEvent>(string name, Delegate run) where TEvent : IEvent
    {
        var parameters = run.Method.GetParameters();
        if (!run.Method.IsStatic && run.Target is not null && !run.Method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), true) && run.Method.DeclaringType?.Name.Contains('<', StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException($"Reaction {name} must be a static method.");
        }

        if (parameters.Length == 0 || parameters[0].ParameterType != typeof(TEvent) || run.Method.ReturnType != typeof(Task))
        {
            throw new InvalidOperationException($"Reaction {name} must take {typeof(TEvent).Name} first and return Task.");
        }

        var reaction = new Reaction(name, typeof(TEvent), run, parameters);
        if (!_byName.TryAdd(name, reaction))
        {
            throw new InvalidOperationException($"Two reactions are named {name}.");
        }

        if (!_byEvent.TryGetValue(typeof(TEvent), out var list))
        {
            _byEvent[typeof(TEvent)] = list = [];
        }

        list.Add(reaction);
    }

    internal IReadOnlyList<Reaction> For(Type newsType) => _byEvent.TryGetValue(newsType, out var list) ? list : [];

    internal Reaction? Find(string name) => _byName.GetValueOrDefault(name);
}

internal sealed record Reaction(string Name, Type EventType, Delegate Run, ParameterInfo[] Parameters)
{
    public async Task Invoke(string payload, IServiceProvider services, CancellationToken ct)
    {
        var arguments = new object?[Parameters.Length];
        arguments[0] = JsonSerializer.Deserialize(payload, EventType, EventJson.Options);
        for (var i = 1; i < Parameters.Length; i++)
        {
            var type = Parameters[i].ParameterType;
            arguments[i] = type == typeof(CancellationToken) ? ct : services.GetRequiredService(type);
        }

        try
        {
            await (Task)Run.DynamicInvoke(arguments)!;
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(wrapped.InnerException);
        }
    }
}
