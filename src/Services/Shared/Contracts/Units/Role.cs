namespace Hotline.Contracts.Units;

/// <summary>What an actor may be to Hotline; several may be combined.</summary>
[Flags]
public enum Role
{
    None = 0,

    /// <summary>Takes calls, screens, triages, answers, calls back.</summary>
    Operator = 1,

    /// <summary>Adjudicates, reviews, urges, supervises.</summary>
    Supervisor = 2,

    /// <summary>Person at a department.</summary>
    Officer = 4,
    Merchant = 8,
    Expert = 16,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor = 32,
    Administrator = 64,

    /// <summary>A channel front end that submits for citizens.</summary>
    Channel = 128,

    /// <summary>The system of a department.</summary>
    Department = 256,

    /// <summary>Hotline itself: clocks, offers.</summary>
    System = 512,
}
