using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ServiceCrm.Architecture.Tests;

public sealed class SourceRules
{
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
        lines.Count.ShouldBeLessThanOrEqualTo(10);
        lines.ShouldAllBe(l => l.Contains('#', StringComparison.Ordinal));
    }
}
