using System.Collections.Concurrent;
using Hotline.Cities;
using Npgsql;

namespace Hotline.Cases.Receiving;

/// <summary>Hands out case numbers of a day, in blocks, so that intake does not ask the database for each.</summary>
public sealed class CaseNumbers(NpgsqlDataSource database, City city)
{
    private const int BlockSize = 100;
    private const int DaysKept = 64;
    private readonly ConcurrentDictionary<DateOnly, Block> _blocks = new();

    /// <summary>The next number of the city's day on which the matter was received. Gaps are possible, repetitions are not.</summary>
    public async Task<string> Next(DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(receivedAt, city.Profile.Zone).DateTime);
        var block = _blocks.GetOrAdd(day, _ => new Block());
        while (true)
        {
            if (block.TryTake() is { } number)
                return CaseNumber.Format(day, number);
            await Refill(block, day, cancellationToken);
        }
    }

    private async Task Refill(Block block, DateOnly day, CancellationToken cancellationToken)
    {
        await block.Gate.WaitAsync(cancellationToken);
        try
        {
            if (!block.IsEmpty)
                return;
            await using var command = database.CreateCommand("""
                insert into cases.number_block (day, next) values ($1, 1 + $2)
                on conflict (day) do update set next = number_block.next + $2 returning next
                """);
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = BlockSize });
            var end = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            block.Fill(end - BlockSize, end);
            Forget();
        }
        finally
        {
            block.Gate.Release();
        }
    }

    // An import of years touches many days; a block forgotten is a gap, nothing more.
    private void Forget()
    {
        if (_blocks.Count <= DaysKept)
            return;
        foreach (var day in _blocks.Keys.Order().Take(_blocks.Count - DaysKept))
            _blocks.TryRemove(day, out _);
    }

    private sealed class Block
    {
        private readonly Lock _lock = new();
        private long _next;
        private long _end;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public bool IsEmpty
        {
            get
            {
                lock (_lock)
                    return _next >= _end;
            }
        }

        public long? TryTake()
        {
            lock (_lock)
                return _next < _end ? _next++ : null;
        }

        public void Fill(long next, long end)
        {
            lock (_lock)
                (_next, _end) = (next, end);
        }
    }
}
