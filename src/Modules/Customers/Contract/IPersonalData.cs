using System.Text.Json.Nodes;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Customers.Contract;

/// <summary>
/// Implemented by every module that keeps something about customers, so that a customer's data can be handed out and
/// erased as a whole (GDPR, articles 15, 17 and 20). Export and erasure run as the system; objections to an export are asked
/// as the person who wants it.
/// </summary>
public interface IPersonalData
{
    /// <summary>The module's name: the section of its data in exports and of its part in reports.</summary>
    string Name { get; }

    /// <summary>Why the caller of this scope may not have all of the customer's data, one sentence each; none when it may.</summary>
    Task<IReadOnlyList<string>> ObjectionsToExport(CustomerId customer, CancellationToken ct);

    /// <summary>Why the customer may not be erased yet and what to do about it, one sentence each; none when it may.</summary>
    Task<IReadOnlyList<string>> ObjectionsToErasure(CustomerId customer, CancellationToken ct);

    /// <summary>Everything the module knows of the customer; null when it knows nothing.</summary>
    Task<PersonalData?> Export(CustomerId customer, CancellationToken ct);

    /// <summary>
    /// Removes or anonymises everything the module knows of the customer, also what the audit trail, the search index and
    /// delivered events say of it. Runs in a transaction of the caller, may run again and then finds nothing. Rows of files
    /// go by <see cref="FileErasure.RemoveFiles"/>; the released contents are part of the answer and deleted after the commit.
    /// </summary>
    Task<ErasureReport> Erase(CustomerId customer, ErasureNotice notice, CancellationToken ct);
}

/// <summary>What a module knows of a customer.</summary>
/// <param name="Tree">As JSON, by names that explain themselves.</param>
/// <param name="Files">The files that go with it.</param>
public sealed record PersonalData(JsonNode Tree, IReadOnlyList<PersonalFile> Files);

/// <summary>A file of an export.</summary>
/// <param name="Path">Where it lies in the export, with forward slashes; the tree names it by this.</param>
/// <param name="Sha256">Its content in the store.</param>
public sealed record PersonalFile(string Path, string Sha256);

/// <summary>What modules may need to know of the customer who is being erased, to find what carries no key.</summary>
/// <param name="RequestId">The key of the privacy request.</param>
/// <param name="At">The moment of the erasure.</param>
/// <param name="DisplayName">What the customer is called.</param>
/// <param name="Emails">The comparable e-mail addresses.</param>
/// <param name="Phones">The comparable telephone numbers.</param>
public sealed record ErasureNotice(Guid RequestId, DateTimeOffset At, string DisplayName, IReadOnlyList<string> Emails, IReadOnlyList<string> Phones);

/// <summary>What a module did to erase a customer.</summary>
/// <param name="Things">One line for each kind of thing.</param>
/// <param name="Released">Contents of files whose rows are gone.</param>
public sealed record ErasureReport(IReadOnlyList<ErasedThing> Things, IReadOnlyList<ReleasedContent> Released);

/// <summary>What became of one kind of thing. Holds no personal value: it is kept for good.</summary>
/// <param name="Kind">A stable word such as <c>messages</c>.</param>
/// <param name="Removed">How many are gone.</param>
/// <param name="Anonymised">How many stay without what was personal in them.</param>
/// <param name="Kept">How many are kept on purpose.</param>
/// <param name="Why">For what they stay, a stable word such as <c>statistics</c>; null when nothing does.</param>
public sealed record ErasedThing(string Kind, int Removed = 0, int Anonymised = 0, int Kept = 0, string? Why = null);
