// How fast a CSV of customers goes in, beside bare batched inserts of the same rows into the same engine in the same run.
//   dotnet run -c Release --project tests/Benchmarks.Import -- [rows]
// The bare inserts are what a script would do: one prepared statement a table (customers, contact points), 1,000 rows a
// transaction, the schema with all its indexes. The import also reads the file, maps and validates, looks for existing
// customers and writes search words, audit trail and timeline.
using System.Globalization;
using ServiceCrm.Benchmarks.Import;

var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
var directory = Directory.CreateTempSubdirectory("servicecrm-import-benchmark");
try
{
    var file = Path.Combine(directory.FullName, "customers.csv");
    await SampleFile.Write(file, rows);
    // Once before and once after: what the disk does meanwhile moves one run by a fifth.
    var before = await BareInserts.Run(Path.Combine(directory.FullName, "before"), rows);
    var (import, grown) = await WholeImport.Run(Path.Combine(directory.FullName, "import"), file);
    var after = await BareInserts.Run(Path.Combine(directory.FullName, "after"), rows);
    var bare = (before + after) / 2;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare inserts  {rows / bare.TotalSeconds,9:N0} rows/s  ({before.TotalSeconds:F1} s before, {after.TotalSeconds:F1} s after)"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"import        {rows / import.TotalSeconds,9:N0} rows/s  ({import.TotalSeconds:F1} s)  managed memory grown by {grown / 1024 / 1024} MB"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio         {bare.TotalSeconds / import.TotalSeconds:F2}  (at least 0.33 is asked for)"));
}
finally
{
    directory.Delete(recursive: true);
}
