using Hotline.Architecture.Tests.Reading;

namespace Hotline.Architecture.Tests.Depending;

/// <summary>Who may depend on whom, by project files.</summary>
public sealed class When_a_project_builds_on_others
{
    private static readonly Project[] Products = [.. Repository.Projects.Where(project => !project.IsTest)];

    [Fact]
    public void It_uses_only_the_projects_its_place_allows() => Found.NoneAmong(Products, 13, project => project.Projects
        .Where(other => !For(project).Project(other))
        .Select(other => $"{project.Name} must not reference {other}"));

    [Fact]
    public void It_uses_only_the_packages_its_place_allows() => Found.NoneAmong(Products, 13, project => project.Packages
        .Where(package => !For(project).Package(package))
        .Select(package => $"{project.Name} must not use {package}"));

    [Fact]
    public void No_way_leads_from_one_service_to_another() => Found.NoneAmong([.. Products.Where(project => project.IsService)], 3, service => service.Reached()
        .Where(other => !other.IsShared)
        .Select(other => $"{service.Name} reaches {other.Name}"));

    [Fact]
    public void The_gateway_reaches_neither_cluster_nor_bus_nor_database()
    {
        var reached = Repository.Projects.Single(project => project.Name == "Gateway").Reached().ToList();
        Found.NoneAmong(reached, 2, project => project.Packages
            .Where(package => new[] { "Microsoft.Orleans.*", "MassTransit*", "Npgsql" }.Any(pattern => Allowance.Fits(package, pattern)))
            .Select(package => $"the gateway reaches {package} through {project.Name}"));
    }

    [Fact]
    public void Tests_use_no_other_tests()
    {
        var tests = Repository.Projects.Where(project => project.IsTest).ToList();
        Found.NoneAmong(tests, 9, test => test.Projects
            .Where(name => tests.Any(other => other.Name == name && other.Name.EndsWith(".Tests", StringComparison.Ordinal)))
            .Select(name => $"{test.Name} must not reference {name}"));
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Hotline.sln")).Replace('\\', '/');
        Found.NoneAmong(Repository.Projects, 22, project => solution.Contains($"\"{project.Folder}/{project.Name}.csproj\"", StringComparison.Ordinal)
            ? [] : [$"{project.Name} is missing: dotnet sln add {project.Folder}"]);
    }

    private static Allowance For(Project project) => project.IsService ? Allowance.Service
        : Allowance.ByProject.TryGetValue(project.Name, out var own) ? own
        : throw new InvalidOperationException($"{project.Name} is new and no service: decide in Allowance what it may build on.");
}
