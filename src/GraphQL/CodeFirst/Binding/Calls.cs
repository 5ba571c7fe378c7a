using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.CodeFirst;

// One closed class for each number of parameters: a call is a delegate call with typed values, nothing is boxed and nothing reflected.

internal sealed class Call0<TResult>(Func<TResult> run) : ValueSource<TResult>
{
    public override TResult Get(in ResolveCall call) => run();
}

internal sealed class Call1<T1, TResult>(Func<T1, TResult> run, ParameterBinder<T1> p1) : ValueSource<TResult>
{
    public override TResult Get(in ResolveCall call) => run(p1.Get(call));
}

internal sealed class Call2<T1, T2, TResult>(Func<T1, T2, TResult> run, ParameterBinder<T1> p1, ParameterBinder<T2> p2) : ValueSource<TResult>
{
    public override TResult Get(in ResolveCall call) => run(p1.Get(call), p2.Get(call));
}

internal sealed class Call3<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> run, ParameterBinder<T1> p1, ParameterBinder<T2> p2, ParameterBinder<T3> p3) : ValueSource<TResult>
{
    public override TResult Get(in ResolveCall call) => run(p1.Get(call), p2.Get(call), p3.Get(call));
}

internal sealed class Call4<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, TResult> run, ParameterBinder<T1> p1, ParameterBinder<T2> p2, ParameterBinder<T3> p3, ParameterBinder<T4> p4) : ValueSource<TResult>
{
    public override TResult Get(in ResolveCall call) => run(p1.Get(call), p2.Get(call), p3.Get(call), p4.Get(call));
}

internal sealed class Call5<T1, T2, T3, T4, T5, TResult>(Func<T1, T2, T3, T4, T5, TResult> run, ParameterBinder<T1> p1, ParameterBinder<T2> p2, ParameterBinder<T3> p3, ParameterBinder<T4> p4, ParameterBinder<T5> p5) : ValueSource<TResult>
{
    public override TResult Get(in ResolveCall call) => run(p1.Get(call), p2.Get(call), p3.Get(call), p4.Get(call), p5.Get(call));
}

internal sealed class Call6<T1, T2, T3, T4, T5, T6, TResult>(Func<T1, T2, T3, T4, T5, T6, TResult> run, ParameterBinder<T1> p1, ParameterBinder<T2> p2, ParameterBinder<T3> p3, ParameterBinder<T4> p4, ParameterBinder<T5> p5, ParameterBinder<T6> p6) : ValueSource<TResult>
{
    public override TResult Get(in ResolveCall call) => run(p1.Get(call), p2.Get(call), p3.Get(call), p4.Get(call), p5.Get(call), p6.Get(call));
}

internal sealed class Call7<T1, T2, T3, T4, T5, T6, T7, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, TResult> run, ParameterBinder<T1> p1, ParameterBinder<T2> p2, ParameterBinder<T3> p3, ParameterBinder<T4> p4, ParameterBinder<T5> p5, ParameterBinder<T6> p6, ParameterBinder<T7> p7) : ValueSource<TResult>
{
    public override TResult Get(in ResolveCall call) => run(p1.Get(call), p2.Get(call), p3.Get(call), p4.Get(call), p5.Get(call), p6.Get(call), p7.Get(call));
}

internal sealed class Call8<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> run, ParameterBinder<T1> p1, ParameterBinder<T2> p2, ParameterBinder<T3> p3, ParameterBinder<T4> p4, ParameterBinder<T5> p5, ParameterBinder<T6> p6, ParameterBinder<T7> p7, ParameterBinder<T8> p8) : ValueSource<TResult>
{
    public override TResult Get(in ResolveCall call) => run(p1.Get(call), p2.Get(call), p3.Get(call), p4.Get(call), p5.Get(call), p6.Get(call), p7.Get(call), p8.Get(call));
}

/// <summary>More parameters than the typed calls have: reflection's invoker, with boxes.</summary>
internal sealed class InvokerCall<TResult>(System.Reflection.MethodInfo method, object? target, IReadOnlyList<IBoxedBinder> binders) : ValueSource<TResult>
{
    private readonly System.Reflection.MethodInvoker _invoker = System.Reflection.MethodInvoker.Create(method);

    public override TResult Get(in ResolveCall call)
    {
        var arguments = new object?[binders.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = binders[i].GetBoxed(call);
        return (TResult)_invoker.Invoke(target, arguments.AsSpan())!;
    }
}

internal interface IBoxedBinder
{
    object? GetBoxed(in ResolveCall call);
}

internal sealed class BoxedBinder<T>(ParameterBinder<T> binder) : IBoxedBinder
{
    public object? GetBoxed(in ResolveCall call) => binder.Get(call);
}

/// <summary>A resolver that returns a task.</summary>
internal sealed class TaskSource<T>(ValueSource<Task<T>> source) : ValueSource<ValueTask<T>>
{
    public override ValueTask<T> Get(in ResolveCall call) => new(source.Get(call));
}

/// <summary>A resolver that only does something; used by mutations without a result.</summary>
internal sealed class PlainTaskSource(ValueSource<Task> source) : ValueSource<ValueTask<object?>>
{
    public override ValueTask<object?> Get(in ResolveCall call) => Finish(source.Get(call));

    private static async ValueTask<object?> Finish(Task task)
    {
        await task;
        return null;
    }
}

/// <summary>A synchronous resolver where an asynchronous one is wanted.</summary>
internal sealed class CompletedSource<T>(ValueSource<T> source) : ValueSource<ValueTask<T>>
{
    public override ValueTask<T> Get(in ResolveCall call) => new(source.Get(call));
}
