using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Signing;

/// <summary>签收 by the lead unit.</summary>
internal static class SignDecision
{
    public static Decision Decide(CaseFile file) => new CaseSigned(file.Lead!.Value);
}
