namespace ServiceCrm.GraphQL.Subscriptions;

/// <summary>The connection as its operations see it.</summary>
internal interface IOperationOwner
{
    SessionSocket Socket { get; }

    SessionOptions Options { get; }

    /// <summary>The id may be used again.</summary>
    void Release(RunningOperation operation);

    /// <summary>Nothing of the operation runs any longer.</summary>
    void Finished(RunningOperation operation);

    /// <summary>The whole connection must end.</summary>
    void End(SessionEndException end);
}
