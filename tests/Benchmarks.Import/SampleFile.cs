using System.Globalization;

namespace ServiceCrm.Benchmarks.Import;

/// <summary>A file as a shop would export it; the same for every run.</summary>
internal static class SampleFile
{
    private static readonly string[] Given = ["Anna", "Lukas", "Marie", "Jonas", "Olivia", "James", "Camille", "Hugo"];
    private static readonly string[] Family = ["Müller", "Schneider", "Carter", "Bennett", "Moreau", "Girard", "Kowalczyk", "Mazur"];
    private static readonly string[] Cities = ["Berlin", "Leipzig", "Boston", "Austin", "Lyon", "Gdańsk"];

    public static async Task Write(string path, int rows)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("Customer ID,Name,Email,Phone,Street,Zip,City,Language");
        for (var i = 0; i < rows; i++)
        {
            await file.WriteLineAsync(string.Join(',', Cells(i)));
        }
    }

    public static string[] Cells(int i)
    {
        var (given, family) = (Given[i % Given.Length], Family[i / 8 % Family.Length]);
        return
        [
            $"C{i:0000000}", $"{given} {family}", string.Create(CultureInfo.InvariantCulture, $"customer{i}@example.com"), string.Create(CultureInfo.InvariantCulture, $"+49 30 {i:0000000}"),
            string.Create(CultureInfo.InvariantCulture, $"Lindenweg {i % 200}"), string.Create(CultureInfo.InvariantCulture, $"{10_000 + (i % 80_000)}"), Cities[i % Cities.Length], "de",
        ];
    }
}
