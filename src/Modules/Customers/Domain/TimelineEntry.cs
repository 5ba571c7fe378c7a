using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal readonly record struct TimelineEntryId(Guid Value) : IEntityId<TimelineEntryId>
{
    public static string TypeName => "TimelineEntry";

    public static TimelineEntryId From(Guid value) => new(value);
}

/// <summary>One line of everything that has happened to a customer. Written once, never changed.</summary>
internal sealed class TimelineEntry
{
    public const int LongestTitle = 200;
    public const int LongestText = 1_000;

    private TimelineEntry()
    {
    }

    public TimelineEntry(CustomerId customer, TimelineNews news)
    {
        Id = EntityId.New<TimelineEntryId>(news.At);
        CustomerId = customer;
        At = news.At;
        Kind = news.Kind;
        Title = SafeText.Cut(news.Title, LongestTitle);
        Text = news.Text is null ? null : SafeText.Cut(news.Text, LongestText);
        ActorId = news.Actor;
        SubjectType = news.SubjectType;
        SubjectId = news.SubjectId;
    }

    public TimelineEntryId Id { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public TimelineKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string? Text { get; private set; }

    public UserId? ActorId { get; private set; }

    public string? SubjectType { get; private set; }

    public Guid? SubjectId { get; private set; }
}
