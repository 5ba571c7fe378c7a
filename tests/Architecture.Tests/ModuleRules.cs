using System.Reflection;
using System.Text.RegularExpressions;
using ServiceCrm.Host;
using Shouldly;
using Xunit;

namespace ServiceCrm.Architecture.Tests;

public sealed class ModuleRules
{
    private static readonly string[] Order = ["Access", "Customers", "Knowledge", "Tickets", "Channels", "Feedback", "Marketing", "Reporting"];

    [Fact]
    public void Every_module_on_disk_is_in_the_list_of_modules_in_the_fixed_order()
    {
        Tree.Modules.Count.ShouldBeGreaterThanOrEqualTo(3);
        ModuleList.All.Select(m => m.Name).ShouldBe(Order.Where(Tree.Modules.Contains));
        Tree.Modules.ShouldBeSubsetOf(Order);
    }

    [Fact]
    public void Modules_reference_only_modules_to_their_left()
    {
        foreach (var module in Tree.Modules)
        {
            var project = File.ReadAllText(Path.Combine(Tree.ModulePath(module), $"{module}.csproj"));
            var named = Regex.Matches(project, "<ProjectReference Include=\"\\.\\./(?<name>\\w+)/", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["name"].Value).ToList();
            (module == Order[0] || named.Count > 0).ShouldBeTrue($"{module} references no other module; is the pattern still right?");
            named.ShouldAllBe(other => Array.IndexOf(Order, other) < Array.IndexOf(Order, module), $"{module} must reference only leftwards");
        }
    }

    [Fact]
    public void Only_the_contract_and_the_module_class_are_public()
    {
        foreach (var module in ModuleList.All)
        {
            var assembly = module.GetType().Assembly;
            var types = assembly.GetExportedTypes();
            types.ShouldNotBeEmpty();
            var contract = $"ServiceCrm.{module.Name}.Contract";
            types.Where(t => t != module.GetType() && t.Namespace != contract && !t.IsNested && t.Name != "SignInServices")
                .Select(t => t.FullName).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_module_has_two_namespaces_only()
    {
        foreach (var module in Tree.Modules)
        {
            var files = Tree.Sources($"src/Modules/{module}").ToList();
            files.ShouldNotBeEmpty();
            foreach (var file in files)
            {
                var space = Regex.Match(File.ReadAllText(file), @"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["name"].Value;
                space.ShouldBe(file.Contains("/Contract/", StringComparison.Ordinal) ? $"ServiceCrm.{module}.Contract" : $"ServiceCrm.{module}", Tree.Relative(file));
            }
        }
    }

    [Fact]
    public void Domain_files_know_no_framework()
    {
        var files = Tree.Modules.Select(m => $"src/Modules/{m}/Domain").Where(d => Directory.Exists(Path.Combine(Tree.Root, d))).SelectMany(Tree.Sources).ToList();
        files.Count.ShouldBeGreaterThan(10);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            text.ShouldNotContain("using Microsoft.EntityFrameworkCore", Case.Sensitive, Tree.Relative(file));
            text.ShouldNotContain("using Microsoft.AspNetCore", Case.Sensitive, Tree.Relative(file));
            text.ShouldNotContain("using ServiceCrm.GraphQL", Case.Sensitive, Tree.Relative(file));
        }
    }

    [Fact]
    public void Classes_are_sealed_or_static_or_meant_as_bases()
    {
        var types = ModuleList.All.SelectMany(m => m.GetType().Assembly.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false } && !t.Name.Contains('<', StringComparison.Ordinal)).Select(t => t.FullName);
        types.ShouldBeEmpty();
    }

    [Fact]
    public void Every_module_has_a_page_about_itself()
    {
        foreach (var module in Tree.Modules)
        {
            var page = Path.Combine(Tree.ModulePath(module), "README.md");
            File.Exists(page).ShouldBeTrue(Tree.Relative(page));
            File.ReadAllText(page).ShouldStartWith($"# {module}");
        }
    }

    [Fact]
    public void The_engine_knows_nothing_of_the_product()
    {
        var references = typeof(GraphQL.SchemaBuilder).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        references.ShouldAllBe(name => !name.StartsWith("ServiceCrm", StringComparison.Ordinal) && !name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Lower_layers_of_the_engine_know_no_web_framework()
    {
        foreach (var folder in new[] { "Language", "Types", "Validation", "Execution", "Errors" })
        {
            var files = Tree.Sources($"src/GraphQL/{folder}").ToList();
            files.ShouldNotBeEmpty();
            files.Where(f => File.ReadAllText(f).Contains("using Microsoft.AspNetCore", StringComparison.Ordinal)).Select(Tree.Relative).ShouldBeEmpty();
        }
    }
}
