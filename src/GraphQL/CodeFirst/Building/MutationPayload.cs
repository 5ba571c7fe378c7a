using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>What a mutation answers: its result, or the expected errors.</summary>
internal sealed record MutationPayload(object? Result, IReadOnlyList<IUserError> Errors);

/// <summary>Runs a mutation and turns the exceptions that the Host expects into errors of the payload.</summary>
internal sealed class MutationSource<T>(ValueSource<ValueTask<T>> source, Func<Exception, IReadOnlyList<IUserError>?>? map) : ValueSource<ValueTask<MutationPayload>>
{
    private const int MaxTries = 5;

    public override ValueTask<MutationPayload> Get(in ResolveCall call) => Run(call.Run, call.Field, call.Parent, call.Table, call.Row);

    private async ValueTask<MutationPayload> Run(RequestRun run, PlanField field, object parent, Table? table, int row)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await source.Get(new ResolveCall(run, field, parent, table, row));
                run.SucceededMutations++;
                return new MutationPayload(result, []);
            }
            catch (Exception failure)
            {
                run.Options.MutationFailed?.Invoke(run.Services);
                if (attempt < MaxTries && run.Options.RetryMutation?.Invoke(failure) == true)
                    continue;
                if (Expected(failure) is not { } errors)
                    throw;
                return new MutationPayload(null, errors);
            }
        }
    }

    // What the Host does not map but the engine knows as the client's mistake is expected too: a wrong id must not cost the whole answer.
    private IReadOnlyList<IUserError>? Expected(Exception failure) => map?.Invoke(failure) ?? failure switch
    {
        GraphQLFieldException known => [new PlainError(known.Message, known.Code, null)],
        InvalidInputProblems invalid => [.. invalid.Problems.Select(problem => new PlainError(problem.Message, LiteralCoercion.InvalidCode, problem.Path.Split('.')))],
        _ => null,
    };
}

/// <summary>Makes getters that read through the payload, null when the mutation failed.</summary>
internal interface IPayloadFactory
{
    Delegate Create(Delegate? property);
}

internal sealed class ClassPayload<T> : IPayloadFactory
    where T : class
{
    public Delegate Create(Delegate? property) => (Func<MutationPayload, T?>)(payload => (T?)payload.Result);
}

internal sealed class StructPayload<T> : IPayloadFactory
    where T : struct
{
    public Delegate Create(Delegate? property) => (Func<MutationPayload, T?>)(payload => (T?)payload.Result);
}

internal sealed class ClassProperty<TRecord, T> : IPayloadFactory
    where TRecord : class
{
    public Delegate Create(Delegate? property)
    {
        var read = (Func<TRecord, T>)property!;
        return (Func<MutationPayload, T?>)(payload => payload.Result is TRecord record ? read(record) : default);
    }
}

internal sealed class StructProperty<TRecord, T> : IPayloadFactory
    where TRecord : class
    where T : struct
{
    public Delegate Create(Delegate? property)
    {
        var read = (Func<TRecord, T>)property!;
        return (Func<MutationPayload, T?>)(payload => payload.Result is TRecord record ? read(record) : null);
    }
}
