using Hotline.Cities;
using Hotline.Cities.Merchants;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Dispatch;
using Hotline.GrainContracts.Results;

namespace Hotline.Dispatch.Merchants;

/// <inheritdoc cref="IMerchantGrain" />
/// <remarks>A merchant sees a few facts a day, so each is a write of its state. The state's name is this class's own:
/// Orleans keys a stored state by its name and the grain's key, not by the grain's class.</remarks>
[GrainType("merchant")]
internal sealed class MerchantGrain(
    [PersistentState("merchant", "Default")] IPersistentState<MerchantState> kept, City city, TimeProvider clock) : Grain, IMerchantGrain
{
    private Merchant? _merchant;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        _merchant = city.Merchants.All.FirstOrDefault(merchant => IMerchantGrain.KeyOf(merchant.Code) == key);
        return Task.CompletedTask;
    }

    public Task<Outcome<MerchantStanding>> Standing(CancellationToken cancellationToken) => Task.FromResult(Answer());

    public Task<Outcome<MerchantStanding>> Record(MerchantFact fact, CancellationToken cancellationToken) =>
        Change(state => state.After(fact, city.Offers, _merchant!.Credit));

    public Task<Outcome<MerchantStanding>> SetDuty(Actor by, bool onDuty, CancellationToken cancellationToken) =>
        by.Is(Role.Operator | Role.Supervisor) || (by.Is(Role.Merchant) && by.Unit == _merchant?.Unit)
            ? Change(state => state.OffDuty == !onDuty ? state : state with { OffDuty = !onDuty })
            : Forbidden();

    public Task<Outcome<MerchantStanding>> Suspend(Actor by, string? reason, CancellationToken cancellationToken) =>
        by.Is(Role.Supervisor)
            ? Change(state => state.SuspendedFor == reason ? state : state with { SuspendedFor = reason })
            : Forbidden();

    private async Task<Outcome<MerchantStanding>> Change(Func<MerchantState, MerchantState> change)
    {
        if (_merchant is null)
            return Answer();
        var after = change(kept.State);
        if (ReferenceEquals(after, kept.State))
            return Answer();
        kept.State = after;
        try
        {
            await kept.WriteStateAsync();
        }
        catch
        {
            // Memory and row may differ now; the next activation reads the row.
            DeactivateOnIdle();
            throw;
        }
        return Answer();
    }

    private Outcome<MerchantStanding> Answer()
    {
        if (_merchant is null)
            return new Error(ErrorKind.NotFound, "unit-unknown");
        var state = kept.State;
        var credit = state.Credit ?? _merchant.Credit;
        var recent = clock.GetUtcNow() - TimeSpan.FromHours(city.Offers.FairnessHours);
        return new MerchantStanding(
            _merchant.Code,
            !state.OffDuty,
            state.SuspendedFor,
            MerchantFold.StandingOf(credit, city.Offers.Credit),
            credit,
            state.Jobs.Count(job => job.Open),
            state.Offers.Count(at => at > recent),
            state.Rated,
            state.Satisfied,
            [.. state.Entries]);
    }

    private static Task<Outcome<MerchantStanding>> Forbidden() =>
        Task.FromResult<Outcome<MerchantStanding>>(new Error(ErrorKind.Forbidden, "act-forbidden"));
}
