namespace ServiceCrm.Customers.Contract;

/// <summary>
/// Implemented by modules whose things stand on the timeline of customers: a line about a thing is seen only by who sees
/// the thing.
/// </summary>
public interface ITimelineSubjects
{
    /// <summary>The type of the things, as timeline entries name it.</summary>
    string SubjectType { get; }

    /// <summary>The keys of those that the caller may see, as a query to be composed.</summary>
    IQueryable<Guid> Visible();
}
