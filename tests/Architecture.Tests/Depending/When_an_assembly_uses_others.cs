using Hotline.Architecture.Tests.Reading;

namespace Hotline.Architecture.Tests.Depending;

/// <summary>Who may depend on whom, by what the compiler wrote: a transitive reference is no way around the project files.</summary>
public sealed class When_an_assembly_uses_others
{
    [Fact]
    public void MassTransit_stays_inside_hosting()
    {
        Assert.Contains("MassTransit", Binaries.All["Hosting"].Uses());
        NobodyUses("MassTransit*", except: ["Hosting"]);
    }

    [Fact]
    public void Orleans_stays_with_those_who_host_or_call_grains()
    {
        Assert.Contains(Binaries.All["Cases"].Uses(), name => name.StartsWith("Orleans.", StringComparison.Ordinal));
        NobodyUses("Orleans*", except: ["GrainContracts", "Hosting", "Cases", "Dispatch", "Escalation", "Feedback", "Insight"]);
    }

    [Fact]
    public void Grains_are_called_by_those_who_join_the_cluster_only()
    {
        Assert.Contains("Hotline.GrainContracts", Binaries.All["Cases"].Uses());
        NobodyUses("Hotline.GrainContracts", except: ["Hosting", "Cases", "Dispatch", "Escalation", "Feedback", "Insight"]);
    }

    [Fact]
    public void The_broker_is_spoken_to_directly_only_for_feeds_of_departments_and_parked_messages()
    {
        Assert.Contains("RabbitMQ.Client", Binaries.All["Dispatch"].Uses());
        NobodyUses("RabbitMQ.*", except: ["Dispatch", "Insight", "Hosting", "Load"]);
    }

    [Fact]
    public void Contracts_use_the_language_only() => OnlyUses("Contracts", "System.*");

    [Fact]
    public void Grain_contracts_add_nothing_but_Orleans() => OnlyUses("GrainContracts", "System.*", "Hotline.Contracts", "Orleans.*", "Microsoft.Extensions.*");

    [Fact]
    public void No_service_uses_another()
    {
        var services = Binaries.Services.Select(service => service.GetName().Name!).ToHashSet();
        Found.NoneAmong(Binaries.All.Values.ToList(), 13, assembly => assembly.Uses().Where(services.Contains)
            .Select(service => $"{assembly.GetName().Name} uses {service}"));
    }

    private static void OnlyUses(string name, params string[] allowed) => Found.NoneAmong(Binaries.All[name].Uses().ToList(), 3, used =>
        allowed.Any(pattern => Allowance.Fits(used, pattern)) ? [] : [$"{name} uses {used}"]);

    private static void NobodyUses(string pattern, string[] except) =>
        Found.NoneAmong(Binaries.All.Where(entry => !except.Contains(entry.Key)).ToList(), 5, entry => entry.Value.Uses()
            .Where(name => Allowance.Fits(name, pattern) && !IsGenerated(name)).Select(name => $"{entry.Key} uses {name}"));

    // Orleans' generator writes an empty manifest of serializers into every assembly that can see GrainContracts.
    private static bool IsGenerated(string name) => Allowance.Fits(name, "Orleans.Serialization*");
}
