using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Customers;

/// <summary>The tables of imports. Who may use imports sees every one; who may not see all of what is in them sees none.</summary>
internal static class ImportTables
{
    public static void Map(ModelBuilder model, CrmDb db)
    {
        model.Entity<Import>(e =>
        {
            e.ToTable("imports");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.FileName).HasMaxLength(StoredFile.LongestName);
            e.Property(x => x.Encoding).HasMaxLength(40);
            e.Property(x => x.Delimiter).HasMaxLength(1);
            e.Property(x => x.HeldBy).HasMaxLength(200);
            e.Property(x => x.Failure).HasMaxLength(1000);
            e.Property(x => x.Columns).HasConversion(v => Write(v), s => Read<ImportColumn>(s), Same<ImportColumn>());
            e.Property(x => x.SampleRows).HasConversion(v => Write(v), s => Read<IReadOnlyList<string>>(s), Same<IReadOnlyList<string>>());
            e.HasIndex(x => x.CreatedAt);
            e.HasIndex(x => x.State);
            e.HasQueryFilter(CustomersTables.Visible, x => db.Caller.SeesImports());
        });
        model.Entity<ImportProblem>(e =>
        {
            e.ToTable("import_problems");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Column).HasMaxLength(200);
            e.Property(x => x.Value).HasMaxLength(200);
            e.Property(x => x.Message).HasMaxLength(ImportProblem.LongestText);
            e.Property(x => x.Code).HasMaxLength(40);
            e.HasIndex(x => new { x.ImportId, x.Place, x.Id });
            e.HasQueryFilter(CustomersTables.Visible, x => db.Caller.SeesImports());
        });
        model.Entity<BeforeImage>(e =>
        {
            e.ToTable("import_before_images");
            e.HasKey(x => new { x.ImportId, x.CustomerId });
            e.HasIndex(x => x.CustomerId);
        });
    }

    private static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list, JsonSerializerOptions.Web);

    private static List<T> Read<T>(string json) => JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Web) ?? [];

    // The lists are replaced as a whole and never changed inside.
    private static ValueComparer<IReadOnlyList<T>> Same<T>() => new((a, b) => ReferenceEquals(a, b), v => v.Count, v => v);
}
