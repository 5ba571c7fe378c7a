using ServiceCrm.Platform.Files;
using Shouldly;
using Xunit;

namespace ServiceCrm.Platform.Tests;

public sealed class FileNames
{
    [Theory]
    [InlineData("../../../../etc/passwd", "passwd")]
    [InlineData("..\\..\\windows\\system.ini", "system.ini")]
    [InlineData("C:\\temp\\a.txt", "a.txt")]
    [InlineData("a\0b.txt", "a\uFFFDb.txt")]
    [InlineData("invoice\u202Egpj.exe", "invoicegpj.exe")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("COM1.log", "_COM1.log")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("......", "file")]
    [InlineData(" . . ", "file")]
    [InlineData("a\nb\tc.txt", "abc.txt")]
    [InlineData("\ud83d\ude00.png", "\ud83d\ude00.png")]
    public void Hostile_names_become_harmless(string given, string kept) => FileName.Clean(given).ShouldBe(kept);
}
