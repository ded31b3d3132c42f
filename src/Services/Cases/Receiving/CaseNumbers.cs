using System.Collections.Concurrent;
using System.Globalization;
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
            var taken = Interlocked.Increment(ref block.Next) - 1;
            if (taken < Volatile.Read(ref block.End))
                return CaseNumber.Format(day, taken);
            await Refill(block, day, cancellationToken);
        }
    }

    private async Task Refill(Block block, DateOnly day, CancellationToken cancellationToken)
    {
        await block.Gate.WaitAsync(cancellationToken);
        try
        {
            if (Volatile.Read(ref block.Next) < block.End)
                return;
            await using var command = database.CreateCommand("""
                insert into cases.number_block (day, next) values ($1, 1 + $2)
                on conflict (day) do update set next = number_block.next + $2 returning next
                """);
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = BlockSize });
            var end = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            // End last: a reader that sees the new end also sees the new start.
            Volatile.Write(ref block.End, 0);
            Interlocked.Exchange(ref block.Next, end - BlockSize);
            Volatile.Write(ref block.End, end);
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
        public readonly SemaphoreSlim Gate = new(1, 1);
        public long Next;
        public long End;
    }
}

/// <summary>A number people can read over the phone: <c>yymmdd-nnnnnn-c</c>.</summary>
public static class CaseNumber
{
    /// <summary>Number n of a day, with its check digit.</summary>
    public static string Format(DateOnly day, long n)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{day:yyMMdd}{n:000000}");
        return $"{digits[..6]}-{digits[6..]}-{Damm.CheckDigit(digits)}";
    }

    /// <summary>False for a number misread or mistyped: every single wrong digit and every swap of neighbors shows.</summary>
    public static bool IsValid(string number)
    {
        var digits = number.Replace("-", "", StringComparison.Ordinal);
        return digits.Length >= 13 && digits.All(char.IsAsciiDigit) && Damm.CheckDigit(digits[..^1]) == digits[^1] - '0';
    }
}
