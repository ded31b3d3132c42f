using System.Reflection;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Departments;
using Hotline.Dispatch.Tests.Hosting;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Dispatch;

namespace Hotline.Dispatch.Tests.Departments;

[Collection(nameof(RunningDispatch))]
public class When_grains_are_kept(RunningDispatch running)
{
    private static readonly Actor Supervisor = new("boss", Role.Supervisor);

    private readonly DispatchHost _host = running.Host;

    [Fact]
    public async Task Keeps_a_merchant_over_its_activations()
    {
        var merchant = _host.Grains.GetGrain<IMerchantGrain>(IMerchantGrain.KeyOf("m200"));
        var before = (await merchant.Standing(CancellationToken.None)).Value!;
        await merchant.Suspend(Supervisor, "complaints", CancellationToken.None);
        var caseId = new CaseId(Guid.CreateVersion7());
        await merchant.Record(new MerchantFact(MerchantDeed.Accepted, caseId, "261123-000002-0", 4, DateTimeOffset.UnixEpoch), CancellationToken.None);
        await Deactivate(merchant);
        var after = (await merchant.Standing(CancellationToken.None)).Value!;
        Assert.Equal(("complaints", before.OpenJobs + 1), (after.SuspendedFor, after.OpenJobs));
        Assert.Equal("OfferAccepted", after.Entries[0].Cause);
    }

    [Fact]
    public async Task Keeps_the_password_of_a_feed_wrapped()
    {
        var department = _host.Grains.GetGrain<IDepartmentGrain>(IDepartmentGrain.KeyOf("culture"));
        var credentials = (await department.FeedCredentials(CancellationToken.None)).Value!;
        await Deactivate(department);
        Assert.Equal(credentials, (await department.FeedCredentials(CancellationToken.None)).Value);
        Assert.Equal(0L, await Rows(credentials.Password));
    }

    [Fact]
    public async Task Reads_what_was_once_written_as_json()
    {
        var merchant = _host.Grains.GetGrain<IMerchantGrain>(IMerchantGrain.KeyOf("m203"));
        await merchant.Suspend(Supervisor, "complaints", CancellationToken.None);
        await Deactivate(merchant);
        Assert.Equal(1, await _host.Scalar<int>(
            """
            with old as (update orleans.grain_state set payload = convert_to('{"OffDuty":true,"Credit":77,"Entries":[],"Jobs":[],"Offers":[]}', 'UTF8')
                         where id_extension = 'mer-m203' returning 1)
            select count(*)::int from old
            """));

        var standing = (await merchant.Standing(CancellationToken.None)).Value!;

        Assert.Equal((false, 77), (standing.OnDuty, standing.Credit));
    }

    [Fact]
    public void Does_not_print_a_password() =>
        Assert.DoesNotContain("secret", new FeedCredentials("water", "dept-water", "secret", default).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Knows_only_units_of_the_city()
    {
        var department = _host.Grains.GetGrain<IDepartmentGrain>(IDepartmentGrain.KeyOf("nowhere"));
        Assert.Equal("unit-unknown", (await department.Read(CancellationToken.None)).Error?.Code);
        Assert.False(await department.IsActive(CancellationToken.None));
        var merchant = _host.Grains.GetGrain<IMerchantGrain>(IMerchantGrain.KeyOf("nobody"));
        Assert.Equal("unit-unknown", (await merchant.Standing(CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public void Names_the_state_of_each_grain_class_differently()
    {
        string[] names = [.. typeof(DepartmentGrain).Assembly.GetTypes()
            .SelectMany(type => type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>()?.StateName)
            .OfType<string>()];
        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public async Task Does_not_mix_up_two_classes_under_one_key()
    {
        const string key = "twin-1";
        var one = _host.Grains.GetGrain<IProbeGrain>(key, typeof(FirstProbe).FullName);
        var other = _host.Grains.GetGrain<IProbeGrain>(key, typeof(SecondProbe).FullName);
        await one.Keep("first");
        await other.Keep("second");
        await Deactivate(one);
        await Deactivate(other);
        Assert.Equal(("first", "second"), (await one.Read(), await other.Read()));
    }

    [Fact]
    public async Task Takes_the_word_of_the_merchant_itself_or_of_staff_about_duty()
    {
        var merchant = _host.Grains.GetGrain<IMerchantGrain>(IMerchantGrain.KeyOf("m201"));
        var stranger = new Actor("other", Role.Merchant, UnitRef.Merchant("m202"));
        Assert.Equal("act-forbidden", (await merchant.SetDuty(stranger, false, CancellationToken.None)).Error?.Code);
        var self = new Actor("self", Role.Merchant, UnitRef.Merchant("m201"));
        Assert.False((await merchant.SetDuty(self, false, CancellationToken.None)).Value!.Available);
        Assert.True((await merchant.SetDuty(Supervisor, true, CancellationToken.None)).Value!.Available);
    }

    private Task<long> Rows(string holding) => _host.Scalar<long>(
        "select count(*) from orleans.grain_state where position(convert_to($1, 'UTF8') in payload) > 0", holding);

    private async Task Deactivate(IAddressable grain) =>
        await _host.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
}
