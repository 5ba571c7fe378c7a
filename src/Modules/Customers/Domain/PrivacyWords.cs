using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal readonly record struct PrivacyRequestId(Guid Value) : IEntityId<PrivacyRequestId>
{
    public static string TypeName => "PrivacyRequest";

    public static PrivacyRequestId From(Guid value) => new(value);
}

internal enum PrivacyKind
{
    Export,
    Erasure,
}

internal enum PrivacyState
{
    Open,
    Running,
    Done,
    Refused,
    Failed,
    Cancelled,
}

/// <summary>Who wants it.</summary>
internal enum PrivacyAskedBy
{
    Customer,
    Representative,
    Authority,
    Company,
}

/// <summary>How it came in.</summary>
internal enum PrivacyAskedVia
{
    Email,
    Phone,
    Letter,
    Portal,
    InPerson,
    Other,
}

/// <summary>What a person notes down of a request that came in.</summary>
internal sealed record PrivacyWish(PrivacyKind Kind, CustomerId Customer, PrivacyAskedBy AskedBy, PrivacyAskedVia AskedVia, string Reference, DateTimeOffset ReceivedAt);

/// <summary>What one module did.</summary>
internal sealed record PrivacyModuleReport(string Module, IReadOnlyList<ErasedThing> Things)
{
    /// <summary>The sum of both: a module that is asked again finds little or nothing.</summary>
    public PrivacyModuleReport Plus(IReadOnlyList<ErasedThing> more) => this with
    {
        Things =
        [
            .. Things.Concat(more).GroupBy(t => t.Kind, StringComparer.Ordinal).Select(g => new ErasedThing(
                g.Key, g.Sum(t => t.Removed), g.Sum(t => t.Anonymised), g.Sum(t => t.Kept), g.Select(t => t.Why).FirstOrDefault(w => w is not null))),
        ],
    };
}
