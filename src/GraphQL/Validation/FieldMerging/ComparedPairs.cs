namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <summary>
/// Pairs that have been compared. Two fields that can never meet in one object are compared less strictly; a strict comparison also
/// answers for a lax one, but not the other way round.
/// </summary>
internal sealed class ComparedPairs<TLeft, TRight>
    where TLeft : class
    where TRight : class
{
    private readonly Dictionary<(TLeft, TRight), bool> _isLax = [];

    public bool Contains(TLeft left, TRight right, bool isLax) => _isLax.TryGetValue((left, right), out var known) && (isLax || !known);

    public void Add(TLeft left, TRight right, bool isLax) => _isLax[(left, right)] = isLax;
}
