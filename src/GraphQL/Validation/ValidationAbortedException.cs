namespace ServiceCrm.GraphQL.Validation;

/// <summary>Ends the walk: too many errors, or a document that costs too much to check. <see cref="Validator"/> turns it into an error.</summary>
internal sealed class ValidationAbortedException(string message) : Exception(message)
{
    public const string TooExpensive = "Validation aborted.";

    public const string TooManyErrors = "Too many validation errors, error limit reached. Validation aborted.";
}
