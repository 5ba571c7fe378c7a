using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ServiceCrm.Architecture.Tests;

public sealed class SourceRules
{
    private const string OfPackages = "NU1603";
    private static readonly Regex Rule = new(@"[A-Za-z]{2,5}\d{4}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    private static readonly string[] BannedEndings = ["Manager", "Helper", "Handler", "Dto", "Impl", "V2"];

    [Fact]
    public void Files_stay_short()
    {
        var files = Tree.Sources("src").ToList();
        files.Count.ShouldBeGreaterThan(100);
        files.Select(f => (File: Tree.Relative(f), Lines: File.ReadAllLines(f).Length)).Where(f => f.Lines > 320).ShouldBeEmpty();
    }

    [Fact]
    public void Type_names_say_what_a_thing_is()
    {
        var names = Tree.Sources("src").SelectMany(f => Regex.Matches(File.ReadAllText(f), @"\b(class|record|struct|interface) (?<name>\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Select(m => m.Groups["name"].Value));
        names.Where(n => BannedEndings.Any(e => n.EndsWith(e, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Raw_sql_lives_in_the_platform_only()
    {
        Tree.Sources("src/Modules").Where(f => Regex.IsMatch(File.ReadAllText(f), @"\b(FromSql|ExecuteSql|SqlQuery)(Raw)?\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)))
            .Select(Tree.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void No_work_is_left_for_later_in_comments()
    {
        var marks = new Regex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b|NotImplemented" + "Exception", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2));
        Tree.Sources("src").Concat(Tree.Sources("tests")).Where(f => marks.IsMatch(File.ReadAllText(f))).Select(Tree.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Few_rules_are_suppressed_and_each_says_why()
    {
        var lines = File.ReadAllLines(Path.Combine(Tree.Root, ".editorconfig")).Where(l => l.Contains(".severity = none", StringComparison.Ordinal)).ToList();
        lines.ShouldAllBe(l => l.Contains('#', StringComparison.Ordinal));
        var rules = lines.Select(l => Rule.Match(l).Value).ToList();
        foreach (var file in new[] { "Directory.Build.props", "tests/Directory.Build.props" })
        {
            var text = File.ReadAllText(Path.Combine(Tree.Root, file));
            var suppressed = Regex.Matches(text, "<NoWarn>(?<list>[^<]+)</NoWarn>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                .SelectMany(m => Rule.Matches(m.Groups["list"].Value)).Select(m => m.Value).Where(r => r != OfPackages).ToList();
            suppressed.ShouldNotBeEmpty($"{file}: is the pattern still right?");
            suppressed.ShouldAllBe(r => text.Contains($"{r}:", StringComparison.Ordinal), $"{file} must say why");
            rules.AddRange(suppressed);
        }

        rules.Count.ShouldBeInRange(1, 10, string.Join(", ", rules));
        rules.ShouldBeUnique();
    }

    [Fact]
    public void Rules_are_suppressed_in_these_three_files_only()
    {
        Tree.Sources("src").Concat(Tree.Sources("tests")).Where(f => Regex.IsMatch(File.ReadAllText(f), @"^\s*#pragma warning", RegexOptions.Multiline, TimeSpan.FromSeconds(2)))
            .Select(Tree.Relative).ShouldBeEmpty();
        var projects = Directory.EnumerateFiles(Tree.Root, "*.csproj", SearchOption.AllDirectories).ToList();
        projects.Count.ShouldBeGreaterThan(15);
        projects.Where(p => File.ReadAllText(p).Contains("NoWarn", StringComparison.Ordinal)).Select(Tree.Relative).ShouldBeEmpty();
    }
}
