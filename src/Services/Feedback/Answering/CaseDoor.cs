using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Feedback.Answering;

/// <summary>The way to a case: its grain in the cluster.</summary>
internal delegate ICaseGrain CaseDoor(CaseId caseId);
