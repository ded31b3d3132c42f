using Hotline.Contracts.Units;

namespace Hotline.Insight.Streaming;

/// <summary>Collects what <c>insight.tell_changes</c> tells until somebody looks.</summary>
internal sealed class ChangeNotices
{
    /// <summary>More cases than people can follow: they had better read their lists anew.</summary>
    public const int Most = 2_000;

    private Dictionary<Guid, HashSet<UnitRef>> _cases = [];
    private bool _lost;

    /// <summary>Whether there is something to show.</summary>
    public bool Any => _lost || _cases.Count > 0;

    /// <summary>Something happened, and nobody knows what.</summary>
    public void Lose() => _lost = true;

    /// <summary>Takes a notice: <c>id,unit,unit;id;…</c>.</summary>
    public void Add(string notice)
    {
        foreach (var line in notice.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(',');
            var caseId = Guid.Parse(parts[0]);
            if (!_cases.TryGetValue(caseId, out var before))
                _cases[caseId] = before = [];
            foreach (var part in parts.Skip(1))
            {
                if (UnitRef.TryParse(part, out var unit))
                    before.Add(unit);
            }
        }
        if (_cases.Count > Most)
            (_lost, _cases) = (true, []);
    }

    /// <summary>Hands over what was collected.</summary>
    /// <returns>The cases that changed, each with the units that had a part in it before; null when that is not known.</returns>
    public IReadOnlyDictionary<Guid, HashSet<UnitRef>>? Take()
    {
        var taken = _lost ? null : _cases;
        (_lost, _cases) = (false, []);
        return taken;
    }
}
