using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.CaseFiles;

/// <summary>Gives decided events their place: case, version, time, actor, and the case as it is after each.</summary>
internal static class Stamping
{
    public static (IReadOnlyList<CaseEvent> Events, CaseFile After) Stamp(
        CaseId id, CaseFile? before, IReadOnlyList<CaseEvent> events, Actor by, DateTimeOffset now)
    {
        var stamped = new CaseEvent[events.Count];
        var file = before;
        for (var i = 0; i < stamped.Length; i++)
        {
            var @event = events[i] with
            {
                CaseId = id,
                Number = file?.Summary.Number ?? events[i].Case.Number,
                Version = (file?.Summary.Version ?? 0) + 1,
                At = now,
                Actor = by.ToString(),
            };
            file = CaseFile.Apply(file, @event);
            stamped[i] = @event with { Case = file.Summary };
        }
        return (stamped, file!);
    }
}
