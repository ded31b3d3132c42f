namespace Hotline.Contracts.Cases;

/// <summary>The citizen was erased (PIPL Art. 47): the data key is destroyed and the words of all entries before are taken out. What happened when, and the figures, stay.</summary>
/// <param name="LegalBasis">The request or provision it rests on.</param>
/// <param name="Chain">Head of a hash chain over the entries before as they stand since: it proves them in place of the hashes they were written with.</param>
public sealed record CitizenErased(string LegalBasis, string Chain) : CaseEvent;
