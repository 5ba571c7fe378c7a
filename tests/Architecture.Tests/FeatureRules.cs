using System.Reflection;
using System.Text.RegularExpressions;
using ServiceCrm.Host;
using Shouldly;
using Xunit;

namespace ServiceCrm.Architecture.Tests;

/// <summary>A feature is one file with one static Run, and the file has the name of the feature.</summary>
public sealed class FeatureRules
{
    private static readonly string[] Folders = ["Features", "Portal"];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly Regex Root = new(@"schema\.(Query|Mutation|Subscription)\(""(?<field>\w+)"", [\w.]+, (?<run>[\w.]+)\)", RegexOptions.ExplicitCapture, Longest);
    private static readonly Regex AnyRoot = new(@"schema\.(Query|Mutation|Subscription)\(", RegexOptions.ExplicitCapture, Longest);
    private static readonly Regex StaticClass = new(@"^(internal|public) static (partial )?class (?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, Longest);

    [Fact]
    public void Every_root_field_of_a_module_is_a_feature_in_a_file_of_its_name()
    {
        foreach (var module in Tree.Modules)
        {
            var schema = File.ReadAllText(Path.Combine(Tree.ModulePath(module), $"{module}Schema.cs"));
            var fields = Root.Matches(schema);
            fields.Count.ShouldBeGreaterThan(10, $"{module}Schema.cs: is the pattern still right?");
            fields.Count.ShouldBe(AnyRoot.Count(schema), $"{module}Schema.cs declares a field in a way this test does not understand");
            var files = FilesByName(module);
            foreach (Match field in fields)
            {
                var run = field.Groups["run"].Value.Split('.');
                run.ShouldBe([run[0], "Run"], $"{module}: {field.Groups["field"].Value} must be answered by the Run of a feature");
                var file = files.GetValueOrDefault(run[0]).ShouldNotBeNull($"{module}: there is no file {run[0]}.cs");
                StaticClass.Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value).ShouldContain(run[0], Tree.Relative(file));
            }
        }
    }

    [Fact]
    public void A_file_of_features_holds_one_static_class()
    {
        var files = Tree.Modules.SelectMany(FeatureFiles).ToList();
        files.Count.ShouldBeGreaterThan(60);
        var several = files.Where(f => StaticClass.Count(File.ReadAllText(f)) > 1).Select(Tree.Relative);
        several.ShouldBeEmpty();
        var otherwiseNamed = files
            .SelectMany(f => StaticClass.Matches(File.ReadAllText(f)).Select(m => (File: Tree.Relative(f), Class: m.Groups["name"].Value)))
            .Where(c => Path.GetFileNameWithoutExtension(c.File) != c.Class);
        otherwiseNamed.ShouldBeEmpty();
    }

    [Fact]
    public void A_feature_has_one_run()
    {
        var features = ModuleList.All.SelectMany(m => m.GetType().Assembly.GetTypes()).Where(t => t is { IsAbstract: true, IsSealed: true })
            .Select(t => (t.FullName, Runs: t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Count(m => m.Name == "Run")))
            .Where(t => t.Runs > 0).ToList();
        features.Count.ShouldBeGreaterThan(40);
        features.Where(f => f.Runs > 1).Select(f => f.FullName).ShouldBeEmpty();
    }

    private static IEnumerable<string> FeatureFiles(string module) => Folders
        .Select(folder => $"src/Modules/{module}/{folder}").Where(f => Directory.Exists(Path.Combine(Tree.Root, f))).SelectMany(Tree.Sources);

    private static Dictionary<string, string> FilesByName(string module) => FeatureFiles(module).ToDictionary(f => Path.GetFileNameWithoutExtension(f), StringComparer.Ordinal);
}
