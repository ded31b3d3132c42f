using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Insight.Screening;

/// <summary>The way to a case: its grain in the cluster.</summary>
internal delegate ICaseGrain CaseDoor(CaseId caseId);
