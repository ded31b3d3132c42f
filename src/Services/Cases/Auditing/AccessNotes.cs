using System.Threading.Channels;
using Hotline.Cases.CaseFiles;
using Npgsql;

namespace Hotline.Cases.Auditing;

/// <summary>Notes masked reads in batches, behind the answer: they show nobody in clear and must not slow the desk down. What is not yet written when the
/// process dies is lost; reads in clear never come here.</summary>
internal sealed class AccessNotes(AccessLog log, TimeProvider time, ILogger<AccessNotes> logger) : BackgroundService
{
    private const int Batch = 1000;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Access> _noted = Channel.CreateBounded<Access>(
        new BoundedChannelOptions(50_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }, _ => CaseMeter.AccessDropped());

    /// <summary>Notes a masked read.</summary>
    public void Note(Access access) => _noted.Writer.TryWrite(access);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _noted.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        for (var rest = Take(); rest.Count > 0; rest = Take())
            await log.Write(rest, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _noted.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Gathering, time, stoppingToken);
            await WriteDown(Take(), stoppingToken);
        }
    }

    private async Task WriteDown(List<Access> batch, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await log.Write(batch, stopping);
                return;
            }
            catch (NpgsqlException fault)
            {
                logger.NotWritten(batch.Count, fault);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stopping);
            }
        }
    }

    private List<Access> Take()
    {
        var batch = new List<Access>();
        while (batch.Count < Batch && _noted.Reader.TryRead(out var access))
            batch.Add(access);
        return batch;
    }
}

/// <summary>Log messages of the trail.</summary>
internal static partial class AccessNotesLog
{
    [LoggerMessage(1301, LogLevel.Warning, "{Count} reads could not be written to the trail; it is tried again")]
    public static partial void NotWritten(this ILogger log, int count, Exception fault);
}
