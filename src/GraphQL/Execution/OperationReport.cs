namespace ServiceCrm.GraphQL;

/// <summary>What is known of an operation that has run, for the log of slow ones.</summary>
/// <param name="Kind">query, mutation or subscription (then of one event).</param>
/// <param name="Name">Its name, if it has one.</param>
/// <param name="DocumentHash">SHA-256 of the document, lower-case hex: the id of a trusted document.</param>
/// <param name="Duration">From the prepared plan to the finished answer.</param>
/// <param name="Cost">What it was estimated at.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record OperationReport(string Kind, string? Name, string DocumentHash, TimeSpan Duration, OperationCost Cost, ExecutionOutcome Outcome);
