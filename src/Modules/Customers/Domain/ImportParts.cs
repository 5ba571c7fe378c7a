using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>A column of the file: what is in it, what it looks like and where it goes.</summary>
internal sealed record ImportColumn(
    int Index,
    string Header,
    IReadOnlyList<string> Samples,
    string? Target,
    string? SuggestedTarget,
    CustomFieldType SuggestedType,
    double FilledShare,
    IReadOnlyList<string> Values);

/// <summary>What a file turned out to be.</summary>
internal sealed record FileShape(
    string Encoding, string Delimiter, IReadOnlyList<ImportColumn> Columns, IReadOnlyList<IReadOnlyList<string>> SampleRows, int TotalRows);

/// <summary>How the rows of one batch fared.</summary>
internal sealed record ImportTally(int Processed, int Created, int Updated, int Skipped, int Refused, int Problems);

internal readonly record struct ImportProblemId(Guid Value) : IEntityId<ImportProblemId>
{
    public static string TypeName => "ImportProblem";

    public static ImportProblemId From(Guid value) => new(value);
}

/// <summary>One reason for which a row is refused. Written by the check, and again by the run for the rows it refused.</summary>
internal sealed class ImportProblem
{
    public const int LongestText = 500;

    // Problems of one row keep their order.
    private const int MostInARow = 1_000;

    private ImportProblem()
    {
    }

    public ImportProblem(ImportId import, int row, int nth, string? column, string? value, string message, string code)
    {
        Id = new ImportProblemId(Guid.CreateVersion7());
        ImportId = import;
        Place = (row * (long)MostInARow) + nth;
        Column = column is null ? null : SafeText.Cut(column, 200);
        Value = value is null ? null : SafeText.Cut(SafeText.Mend(value), 200);
        Message = SafeText.Cut(message, LongestText);
        Code = code;
    }

    public ImportProblemId Id { get; private set; }

    public ImportId ImportId { get; private set; }

    public long Place { get; private set; }

    public string? Column { get; private set; }

    public string? Value { get; private set; }

    public string Message { get; private set; } = "";

    public string Code { get; private set; } = "";

    /// <summary>The places of the problems of one row: from the first, and before the second.</summary>
    public static (long From, long To) PlacesOf(int row) => (row * (long)MostInARow, (row + 1) * (long)MostInARow);

    /// <summary>As a spreadsheet counts: the header is row 1.</summary>
    public int Row => (int)(Place / MostInARow);
}

/// <summary>A customer as it was before an import changed it, and the version in which the import left it.</summary>
internal sealed class BeforeImage
{
    private BeforeImage()
    {
    }

    public BeforeImage(ImportId import, CustomerId customer, string details, long versionAfter)
    {
        ImportId = import;
        CustomerId = customer;
        Details = details;
        VersionAfter = versionAfter;
    }

    public ImportId ImportId { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public string Details { get; private set; } = "";

    public long VersionAfter { get; private set; }

    /// <summary>Another row of the same file has changed the same customer once more; what it was before stays.</summary>
    public void ChangedAgain(long versionAfter) => VersionAfter = versionAfter;
}
