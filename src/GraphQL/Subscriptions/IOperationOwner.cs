namespace ServiceCrm.GraphQL.Subscriptions;

/// <summary>The connection as its operations see it.</summary>
internal interface IOperationOwner
{
    SessionOptions Options { get; }

    OperationList Operations { get; }

    /// <summary>Sends an answer or the answer to an event.</summary>
    ValueTask NextAsync(string id, ExecutionResult result, CancellationToken cancellation);

    /// <summary>Says why an operation could not run, which is its end.</summary>
    ValueTask ErrorAsync(string id, ExecutionResult refusal);

    /// <summary>Says that an operation is over.</summary>
    ValueTask CompleteAsync(string id);

    /// <summary>The whole connection must end.</summary>
    void End(SessionEndException end);
}
