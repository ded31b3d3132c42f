using Hotline.Cases.Acting;
using Hotline.Cases.Receiving;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.Hosting.Silo;
using Hotline.Ledger.Appending;
using Hotline.Ledger.Secrets;
using Hotline.ServiceDefaults.Errors;
using Npgsql;
using Orleans.GrainDirectory;
using Orleans.Placement;

namespace Hotline.Cases.CaseFiles;

/// <summary>Load, decide, append, answer. Correctness lies in the ledger's primary key: should two activations exist, one append wins
/// and the other decides again on what it then finds.</summary>
[GrainType("case")]
[HashBasedPlacement, GrainDirectory(HomeDirectory.Name)]
[CollectionAgeLimit(Minutes = 2)]
internal sealed class CaseGrain(CaseLedger ledger, PhoneHash phones, City city, TimeProvider time) : Grain, ICaseGrain
{
    private const int Attempts = 5;
    private CaseFile? _file;
    private LedgerHead _head = LedgerHead.Empty;
    private bool _loaded;

    private CaseId Id => CaseId.FromGrainKey(this.GetPrimaryKeyString());

    public Task<Outcome<CaseView>> Receive(ReceiveCase command, CancellationToken cancellationToken) => Guarded<CaseView>(async () =>
    {
        // The first append needs no read: should the case exist, the ledger refuses version 1.
        if (_file is null && await TryAppend(null, ReceiveDecision.Decide(Id, command, phones.Of, city.Screening, Now()), Id.Value, command.By, cancellationToken))
            return View(null);
        if (_file is null)
            await Load(cancellationToken);
        return _file!.Fingerprint == command.Fingerprint ? View(null) : ReceiveErrors.IdempotencyKeyReused;
    });

    public Task<Outcome<CaseView>> Perform(CaseAct act, CancellationToken cancellationToken) => Guarded<CaseView>(async () =>
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (!_loaded || _file is null)
                await Load(cancellationToken);
            if (_file is null)
                return CaseErrors.Unknown;
            if (_file.Operations.Contains(act.OperationId))
                return Permissions.MayRead(act.By, _file) ? View(null) : CaseErrors.Hidden;
            var decision = CaseDecisions.Decide(_file, act, city, Now());
            if (decision.Error is { } refused)
            {
                // Another activation may have written meanwhile: an append would notice, a refusal from memory would not.
                if (!await ledger.HasMore(Id, _head, cancellationToken))
                    return refused;
                _loaded = false;
            }
            else if (await TryAppend(_file, decision.Events, act.OperationId, act.By, cancellationToken))
            {
                return View(null);
            }
        }
        throw new TimeoutException($"The case was written by others {Attempts} times in a row.");
    });

    public Task<Outcome<CaseView>> Rehearse(CaseAct act, CancellationToken cancellationToken) => Guarded<CaseView>(async () =>
    {
        if (await Refusal(act.By, cancellationToken) is { } hidden)
            return hidden;
        return !_file!.Operations.Contains(act.OperationId) && CaseDecisions.Decide(_file, act, city, Now()).Error is { } refused ? refused : View(null);
    });

    public Task<Outcome<CaseView>> Read(Actor reader, CancellationToken cancellationToken) => Guarded<CaseView>(async () =>
        await Refusal(reader, cancellationToken) is { } refused ? refused : View(null));

    public Task<Outcome<CaseView>> Unmask(Actor reader, CancellationToken cancellationToken) => Guarded<CaseView>(async () =>
    {
        if (await Refusal(reader, cancellationToken) is { } refused)
            return refused;
        if (!Permissions.MayUnmask(reader, _file!))
            return CaseErrors.UnmaskForbidden;
        return _file!.Citizen is { } citizen ? View(citizen) : CaseErrors.Erased;
    });

    // Why the reader may not know of the case; null, with the case loaded as it stands now, when nothing is in the way.
    private async Task<Error?> Refusal(Actor reader, CancellationToken cancellationToken)
    {
        await Refresh(cancellationToken);
        return _file is null ? CaseErrors.Unknown : Permissions.MayRead(reader, _file) ? null : CaseErrors.Hidden;
    }

    public Task<Outcome<CaseFollowers>> Followers(CancellationToken cancellationToken) => Guarded<CaseFollowers>(async () =>
    {
        await Refresh(cancellationToken);
        return _file is null ? CaseErrors.Unknown : new CaseFollowers(_file.Reporters.Values.Where(one => one.Follows).Select(one => one.Case).ToArray());
    });

    private async Task<bool> TryAppend(
        CaseFile? file, IReadOnlyList<CaseEvent> events, Guid operation, Actor by, CancellationToken cancellationToken)
    {
        var (stamped, after) = Stamping.Stamp(Id, file, events, by, Now());
        var (result, head) = stamped is [CitizenErased erasing]
            ? await ledger.Erase(_head, erasing, operation, cancellationToken)
            : await ledger.Append(_head, stamped, operation, cancellationToken);
        switch (result)
        {
            case AppendResult.Appended:
                CaseMeter.Count(stamped);
                (_file, _head, _loaded) = (after with { Operations = after.Operations.Add(operation) }, head, true);
                return true;
            case AppendResult.VersionConflict:
                (_file, _head, _loaded) = (null, LedgerHead.Empty, false);
                return false;
            case AppendResult.NumberTaken:
                throw new InvalidOperationException($"Case number {stamped[0].Number} was given out twice.");
            default:
                throw new InvalidOperationException($"Unknown result {result}.");
        }
    }

    // Another activation may have written meanwhile.
    private async Task Refresh(CancellationToken cancellationToken)
    {
        if (!_loaded || await ledger.HasMore(Id, _head, cancellationToken))
            await Load(cancellationToken);
    }

    private async Task Load(CancellationToken cancellationToken)
    {
        var (events, head) = await ledger.Load(Id, cancellationToken);
        CaseFile? file = null;
        foreach (var recorded in events)
        {
            file = CaseFile.Apply(file, recorded.Event);
            file = file with { Operations = file.Operations.Add(recorded.Operation) };
        }
        (_file, _head, _loaded) = (file, head, true);
    }

    // After a storage failure nobody knows what was written: the next call starts from the ledger.
    private async Task<Outcome<T>> Guarded<T>(Func<Task<Outcome<T>>> act)
        where T : class
    {
        try
        {
            return await act();
        }
        catch (NpgsqlException fault)
        {
            Forget();
            // The driver's own exceptions cannot cross the cluster: the caller would be told of a codec instead of the database.
            throw Crossing(fault);
        }
        catch
        {
            Forget();
            throw;
        }
    }

    private void Forget()
    {
        (_file, _head, _loaded) = (null, LedgerHead.Empty, false);
        DeactivateOnIdle();
    }

    private static Exception Crossing(NpgsqlException fault) => PassingFaults.Passes(fault)
        ? new TimeoutException($"The ledger cannot be reached: {fault.Message}")
        : new InvalidOperationException($"The ledger refused: {fault.Message}");

    private CaseView View(CaseSecrets? secrets) => new(
        _file!.Summary, _file.Text, _file.Answer, _file.Offer?.OfferId, secrets, _file.Jurisdiction, Some(_file.Findings), _file.Draft, _file.Question, Some(_file.Files), Some(_file.SplitInto),
        _file.Proposal);

    // An array: what a collection expression makes of an interface, no serializer knows.
    private static T[]? Some<T>(IReadOnlyCollection<T> all) => all.Count == 0 ? null : [.. all];

    // PostgreSQL keeps microseconds; the hash chain must see what will be read back.
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
