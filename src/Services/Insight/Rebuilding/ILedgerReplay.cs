using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Rebuilding;

/// <summary>Has the whole ledger sent again to one queue.</summary>
internal interface ILedgerReplay
{
    /// <summary>Returns once everything up to the call has been sent.</summary>
    /// <param name="queue">The queue to send to.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="cancellationToken">Stops asking; what was sent stays sent.</param>
    /// <returns>Events sent.</returns>
    Task<long> Send(string queue, Caller by, CancellationToken cancellationToken);
}
