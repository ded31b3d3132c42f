using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Replying;

/// <summary>答复: the public answer goes on the bus, the internal record is sealed. Only a consultation may be answered before anyone has it.</summary>
internal static class ReplyDecision
{
    public static Decision Decide(CaseFile file, ReplyCase act)
    {
        if (file.Lead is null && file.Summary.Kind != CaseKind.Consultation)
            return CaseErrors.IllegalTransition(Act.Reply, file.Status);
        return new CaseReplied(file.Lead, act.Answer, act.Articles)
        {
            Secrets = act.Record is null ? null : new CaseSecrets { Record = act.Record },
        };
    }
}
